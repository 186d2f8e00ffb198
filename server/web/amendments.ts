import type { Doc } from '#domain/texts/doc.ts';
import { normaliseDoc } from '#domain/texts/normal-doc.ts';
import { isVariant, numberOfVariant } from '#domain/texts/variants.ts';
import { addressed } from '#text/amendments/addressed.ts';
import { assemble, collisionsOf, inOrder } from '#text/amendments/motion.ts';
import { variantIn } from '#text/amendments/variants.ts';
import type { AmendmentsNow, AmendmentView, PublicAmendment, VariantView } from '#protocol/amendment-view.ts';
import type { Database } from '../db/database.ts';
import { findResolvedVersion, listAmendments } from '../db/repositories/amendments.ts';
import { listVariants } from '../db/repositories/suggestions.ts';
import type { FrozenVersion } from '../db/repositories/texts.ts';

/** The motions to a version in the order of votes, those that were withdrawn below, and what they have made of it, for who may read it. */
export async function readAmendments(
	db: Database,
	{ tenantId, id: textId }: { tenantId: string; id: string },
	version: Pick<FrozenVersion, 'id' | 'doc'>,
	reader: string
): Promise<AmendmentsNow> {
	const [rows, kept] = await Promise.all([
		listAmendments(db, tenantId, version.id),
		findResolvedVersion(db, tenantId, textId, version.id)
	]);
	const doc = addressed(version.doc);
	const motions = rows.map(({ amendment }) => amendment);
	const collisions = collisionsOf(doc, motions);
	const views = rows.map(({ amendment, mover, decider }): AmendmentView => {
		const { id, number, groupName, before, after, firstLine, lastLine, state, tally, decided } = amendment;
		const { createdAt, personId, reason, suggestionId, recommendation, recommendationText, decidedAt } = amendment;
		return {
			...{ id, number, groupName, before, after, state, tally, decided },
			...{ reason, suggestionId, recommendation, recommendationText, mover },
			lines: { first: firstLine, last: lastLine },
			collisions: collisions.get(number) ?? [],
			at: createdAt.getTime(),
			mine: personId === reader,
			decision: decidedAt && { by: decider, at: decidedAt.getTime() }
		};
	});
	const voted = motions.filter(({ state }) => state !== 'withdrawn');
	const withdrawn = motions.filter(({ state }) => state === 'withdrawn');
	return {
		doc,
		amendments: [...inOrder(voted), ...withdrawn].flatMap(({ id }) => views.find((view) => view.id === id) ?? []),
		resolved: assemble(doc, motions).doc,
		kept: kept?.number ?? null
	};
}

/** The variants of a version by their letters, with what became of them. */
export async function readVariants(
	db: Database,
	text: { tenantId: string; id: string },
	version: Pick<FrozenVersion, 'id' | 'doc'>
): Promise<VariantView[]> {
	const { amendments } = withoutNames(await readAmendments(db, text, version, ''));
	return amendments.filter(isVariant).sort((one, other) => other.number - one.number);
}

/** The variants that a live text would have beside it if it were kept as it stands. */
export async function readLiveVariants(
	db: Database,
	{ tenantId, id: textId }: { tenantId: string; id: string },
	body: Doc
): Promise<VariantView[]> {
	const doc = addressed(normaliseDoc(body));
	return (await listVariants(db, tenantId, textId)).map((row) => {
		const placed = variantIn(doc, row);
		const { before, after } = placed ?? row;
		const [number, groupName] = [numberOfVariant(row.variant ?? 1), row.groupName ?? ''];
		return {
			number,
			groupName,
			before,
			after,
			lines: placed?.lines ?? null,
			state: 'handed-in',
			tally: null,
			decided: null
		};
	});
}

/** The same for a projector: nothing that names a person or is only for reading at a desk. */
export function withoutNames({ amendments, ...now }: AmendmentsNow): AmendmentsOnWall {
	return {
		...now,
		amendments: amendments.map(
			({ id, number, groupName, before, after, lines, state, tally, decided, collisions }): PublicAmendment => ({
				...{ id, number, groupName, before, after, lines, state, tally, decided, collisions }
			})
		)
	};
}

type AmendmentsOnWall = Omit<AmendmentsNow, 'amendments'> & { amendments: readonly PublicAmendment[] };
