import { dayIn } from '#domain/house-time.ts';
import { docToPlain } from '#domain/texts/doc.ts';
import { isDecided } from '#domain/texts/resubmission.ts';
import type { GivenUpPassage, PassageView, PresentedAgain, PresentedFrom } from '#protocol/resubmission-view.ts';
import { beginningOfPassage, passagesToDecide } from '#text/resubmission/passages.ts';
import type { Database } from '../db/database.ts';
import {
	findOrigin,
	listBegun,
	listChoices,
	type Resubmission,
	type StoredChoice
} from '../db/repositories/resubmissions.ts';
import { zoneOfTenant } from '../db/repositories/tenants.ts';
import { listResolutionsOfText } from '../db/repositories/text-resolutions.ts';
import { findText } from '../db/repositories/texts.ts';

/** The passages of a version that is presented again, each with what was chosen for it. */
export async function readPassages(db: Database, tenantId: string, { id, doc }: Resubmission): Promise<PassageView[]> {
	const choices = new Map((await listChoices(db, tenantId, id)).map((one) => [one.passage, one]));
	return passagesToDecide(doc).map(({ under, blocks }, place) => {
		const { choice, reason, rev } = choices.get(place) ?? { choice: null, reason: '', rev: 0 };
		return {
			...{ place, choice, reason, rev, decided: isDecided({ choice, reason }) },
			under: under.map(docToPlain),
			doc: { type: 'doc', content: blocks }
		};
	});
}

/** What began from the versions of a text, the newest first. */
export async function readPresentedAgain(db: Database, tenantId: string, textId: string): Promise<PresentedAgain[]> {
	const [begun, zone] = [await listBegun(db, tenantId, textId), await zoneOfTenant(db, tenantId)];
	return Promise.all(
		begun.map(async (one) => ({
			...{ id: one.id, number: one.number, on: dayIn(zone, one.begunAt) },
			newText: { id: one.newTextId, title: one.newTitle },
			givenUp: givenUp(one, await listChoices(db, tenantId, one.id))
		}))
	);
}

/** From which text another one began, and what is still to be done in it; null where it began otherwise. */
export async function readPresentedFrom(db: Database, tenantId: string, textId: string): Promise<PresentedFrom | null> {
	const origin = await findOrigin(db, tenantId, textId);
	const old = origin && (await findText(db, origin.textId));
	if (!old) return null;
	const [zone, choices, resolutions] = await Promise.all([
		zoneOfTenant(db, tenantId),
		listChoices(db, tenantId, origin.id),
		listResolutionsOfText(db, tenantId, old.id)
	]);
	const words = wordsOf(origin);
	return {
		...{ textId: old.id, title: old.title, number: origin.number, keptOn: dayIn(zone, origin.keptAt) },
		resolvedOn: resolutions.find(resolves(origin))?.date ?? null,
		toChange: choices
			.filter(({ choice }) => choice === 'change')
			.map(({ passage, reason, paragraphId }) => ({ paragraphId: paragraphId ?? '', words: words(passage), reason })),
		givenUp: givenUp(origin, choices)
	};
}

/** A body resolves the version that was proposed, or with changes the one that came of it and the motions. */
const resolves =
	({ number, ofMotions }: Resubmission) =>
	(resolution: { number: string; amended: boolean }): boolean =>
		resolution.number === number || (ofMotions && resolution.amended);

function wordsOf({ doc }: Resubmission): (place: number) => string {
	const passages = passagesToDecide(doc);
	return (place) => {
		const passage = passages[place];
		return passage ? beginningOfPassage(passage) : '';
	};
}

function givenUp(resubmission: Resubmission, choices: readonly StoredChoice[]): GivenUpPassage[] {
	const words = wordsOf(resubmission);
	return choices
		.filter(({ choice }) => choice === 'give-up')
		.map(({ passage, reason }) => ({ words: words(passage), reason }));
}
