import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { docToPlain } from '#domain/texts/doc.ts';
import { heading, list, textOfBlocks } from '#text/blocks.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, type House } from '../../tests/support/house.ts';
import { readLive, writeLive } from '../../tests/support/live-text.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findResubmission } from '../db/repositories/resubmissions.ts';
import { isResolved } from '../db/repositories/text-resolutions.ts';
import { findText, findVersion } from '../db/repositories/texts.ts';
import { tenants } from '../db/schema/organisation.ts';
import { readPassages, readPresentedAgain, readPresentedFrom } from '../web/resubmissions.ts';
import { beginResubmittedText } from './begin-resubmitted-text.ts';
import { choosePassage } from './choose-passage.ts';
import { createText } from './create-text.ts';
import { erasePerson } from './erase-person.ts';
import { freezeText } from './freeze-text.ts';
import { keepResolvedText } from './keep-resolved-text.ts';
import { pauseProcess } from './pause-process.ts';
import { resubmitText } from './resubmit-text.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => void (database = await openOwnTestDatabase()));
afterAll(() => database.close());
beforeEach(async () => {
	await database.db.update(tenants).set({ key: sql`${tenants.id}::text` });
	house = await furnish(database.db);
});

const principles = ['Wir pflegen.', 'Wir bauen Radwege.', 'Wir sparen.'];
const words = textOfBlocks(heading(1, 'Leitsätze'), list('orderedList', principles));

/** Guiding principles of the last term, frozen as version 1 unless they are kept open. */
async function oldText(keepOpen = false): Promise<string> {
	const input = { processId: house.processId, kind: 'guiding-principles', title: 'Leitsätze' };
	const { textId } = await house.done(createText, house.facilitator, input);
	await writeLive(house, textId, () => words);
	await house.done(freezeText, house.facilitator, { textId, keepOpen });
	return textId;
}

const present = (textId: string, number = '1') => house.done(resubmitText, house.facilitator, { textId, number });
const choose = (resubmissionId: string, passage: number, choice: string | null, more: object = {}) =>
	house.run(choosePassage, house.facilitator, { resubmissionId, passage, choice, rev: 0, ...more });
const begin = (resubmissionId: string, title = 'Leitsätze ab 2026') =>
	house.run(beginResubmittedText, house.facilitator, { resubmissionId, title });
const passagesOf = async (textId: string) => {
	const version = await findVersion(database.db, house.tenantId, textId, '1');
	return readPassages(database.db, house.tenantId, (await findResubmission(database.db, house.tenantId, version!.id))!);
};

test('each principle is continued, changed or given up with a reason, and a new text begins from that', async () => {
	const textId = await oldText();
	const { resubmissionId } = await present(textId);
	expect((await passagesOf(textId)).map(({ doc, under }) => [...under, docToPlain(doc)])).toEqual(
		principles.map((principle) => ['Leitsätze', principle])
	);
	await choose(resubmissionId, 0, 'continue');
	await choose(resubmissionId, 1, 'change', { reason: 'Neue Zahlen' });
	expect(await begin(resubmissionId)).toMatchObject({ problem: { code: 'resubmission.undecided', count: 1 } });
	await choose(resubmissionId, 2, 'give-up');
	expect(await begin(resubmissionId)).toMatchObject({ problem: { code: 'resubmission.undecided', count: 1 } });
	await choose(resubmissionId, 2, 'give-up', { reason: 'Ist erreicht', rev: 1 });
	const begun = await begin(resubmissionId);
	if (!begun.ok) throw new Error(begun.problem.code);

	const young = await readLive(house, begun.value.textId);
	expect(docToPlain(young)).toBe('Leitsätze ab 2026\nWir pflegen.\nWir bauen Radwege.');
	const from = await readPresentedFrom(database.db, house.tenantId, begun.value.textId);
	expect(from).toMatchObject({
		...{ textId, title: 'Leitsätze', number: '1', resolvedOn: null, keptOn: '2026-03-02' },
		toChange: [{ words: 'Wir bauen Radwege.', reason: 'Neue Zahlen' }],
		givenUp: [{ words: 'Wir sparen.', reason: 'Ist erreicht' }]
	});
	expect(JSON.stringify(young)).toContain(from!.toChange[0]!.paragraphId);
	expect(await readPresentedAgain(database.db, house.tenantId, textId)).toMatchObject([
		{
			...{ number: '1', newText: { id: begun.value.textId, title: 'Leitsätze ab 2026' } },
			givenUp: [{ words: 'Wir sparen.', reason: 'Ist erreicht' }]
		}
	]);
	const version = await findVersion(database.db, house.tenantId, textId, '1');
	expect(docToPlain(version!.doc)).toBe(docToPlain(words));
	expect(await findText(database.db, begun.value.textId)).toMatchObject({ state: 'open', sessionId: null });
});

test('two who fill it in at once see what the other chose, and overwrite nothing unseen', async () => {
	const { resubmissionId } = await present(await oldText());
	expect(await choose(resubmissionId, 0, 'continue')).toMatchObject({ value: { rev: 1 } });
	expect(await choose(resubmissionId, 0, 'give-up')).toMatchObject({ problem: { code: 'thing.changed-meanwhile' } });
	expect(await choose(resubmissionId, 0, 'continue')).toMatchObject({ ok: true, value: { rev: 1 } });
	expect(await choose(resubmissionId, 0, null, { rev: 1 })).toMatchObject({ value: { rev: 2 } });
});

test('two who present the same version, or begin the text, at once are led to the same one', async () => {
	const textId = await oldText();
	const { resubmissionId } = await present(textId);
	expect((await present(textId)).resubmissionId).toBe(resubmissionId);
	for (const passage of principles.keys()) await choose(resubmissionId, passage, 'continue');
	const [one, other] = [await begin(resubmissionId), await begin(resubmissionId, 'Zweiter')];
	expect(one).toEqual(other);
	expect(await choose(resubmissionId, 0, 'change', { rev: 1 })).toMatchObject({
		problem: { code: 'resubmission.begun' }
	});
	expect((await present(textId)).resubmissionId).not.toBe(resubmissionId);
});

test('a text that is still being written is not presented again, what was resolved of it is', async () => {
	const textId = await oldText(true);
	const tried = await house.run(resubmitText, house.facilitator, { textId, number: '1' });
	expect(tried).toMatchObject({ problem: { code: 'resubmission.not-settled' } });
	await house.done(keepResolvedText, house.facilitator, { textId, number: '1' });
	const resolved = await findVersion(database.db, house.tenantId, textId, '2');
	expect(await isResolved(database.db, house.tenantId, resolved!.id)).toBe(true);
	await present(textId, '2');
});

test('where everything is given up, the new text begins with its title alone', async () => {
	const { resubmissionId } = await present(await oldText());
	for (const passage of principles.keys()) await choose(resubmissionId, passage, 'give-up', { reason: 'Erledigt' });
	const begun = await begin(resubmissionId, 'Neu');
	if (!begun.ok) throw new Error(begun.problem.code);
	expect(docToPlain(await readLive(house, begun.value.textId)).trim()).toBe('Neu');
	expect((await readPresentedFrom(database.db, house.tenantId, begun.value.textId))!.givenUp).toHaveLength(3);
});

test('members read it, and only who leads or steers decides', async () => {
	const textId = await oldText();
	const missing = { problem: { code: 'right.missing' } };
	expect(await house.run(resubmitText, house.member, { textId, number: '1' })).toMatchObject(missing);
	const { resubmissionId } = await present(textId);
	const input = { resubmissionId, passage: 0, choice: 'continue', rev: 0 };
	expect(await house.run(choosePassage, house.member, input)).toMatchObject(missing);
	await house.done(choosePassage, house.steering, input);
	expect(await house.run(choosePassage, house.steering, { ...input, passage: 9 })).toMatchObject({
		problem: { code: 'thing.not-found' }
	});
});

test('it rests with its process, and stays when somebody who filled it in is erased', async () => {
	const textId = await oldText();
	const { resubmissionId } = await present(textId);
	await choose(resubmissionId, 2, 'give-up', { reason: 'Ist erreicht' });
	await house.done(pauseProcess, house.facilitator, { processId: house.processId, reason: 'Wahl' });
	expect(await choose(resubmissionId, 0, 'continue')).toMatchObject({ problem: { code: 'process.paused' } });
	await house.done(erasePerson, { ...house.steering, role: 'admin' }, { personId: house.facilitator.personId });
	expect((await passagesOf(textId))[2]).toMatchObject({ choice: 'give-up', reason: 'Ist erreicht', decided: true });
});
