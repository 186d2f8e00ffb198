import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paragraph, textOfBlocks } from '#text/blocks.ts';
import { writeBody } from '#text/write-body.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House } from '../../tests/support/house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findAgreement } from '../db/repositories/agreements.ts';
import { provenanceOf } from '../db/repositories/provenance.ts';
import { texts } from '../db/schema/processes.ts';
import { newId } from '../ids.ts';
import { confirmWording } from './confirm-wording.ts';
import { createText } from './create-text.ts';
import { freezeText } from './freeze-text.ts';
import { promote } from './promote.ts';
import { recordAgreement } from './record-agreement.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

async function wording() {
	const { sessionId, roundId, options } = await holdWorkshop(house, ['Mehr Radwege', 'Mehr Busse']);
	const option = { roundId, optionId: options[0]!.id };
	const { agreementId } = await house.done(recordAgreement, house.facilitator, option);
	const text = { sessionId, agreementId, title: 'Radwege', kind: 'wording' };
	const { textId } = await house.done(createText, house.facilitator, text);
	return { sessionId, agreementId, textId };
}

/** What the group writes until it is content. */
async function write(textId: string, words: string) {
	const changed = await database.db.transaction((tx) =>
		house.around.documents.changeDocuments(tx, [`text:${textId}`], (docOf) => {
			const doc = docOf(`text:${textId}`);
			doc.getXmlFragment('body').delete(0, doc.getXmlFragment('body').length);
			return { ok: true, value: writeBody(doc, textOfBlocks(paragraph(words)), newId) };
		})
	);
	expect(changed.ok).toBe(true);
}

test('the exact words become an agreement that rests on the earlier one, and nobody can change them', async () => {
	const { agreementId, textId } = await wording();
	await write(textId, 'Bis 2035 ist jeder Ort mit dem Rad sicher zu erreichen.');
	const confirmed = await house.done(confirmWording, house.facilitator, { agreementId, textId });
	const worded = await findAgreement(database.db, house.tenantId, confirmed.agreementId);
	expect(worded).toMatchObject({ method: 'recorded', state: 'recorded', basedOnId: agreementId });
	expect(worded?.text.plain).toBe('Bis 2035 ist jeder Ort mit dem Rad sicher zu erreichen.');
	expect(await findAgreement(database.db, house.tenantId, agreementId)).toMatchObject({ state: 'superseded' });
	const [text] = await database.db.select().from(texts).where(eq(texts.id, textId));
	expect(text?.state).toBe('frozen');
});

test('the goal has the confirmed words, and its way leads over both wordings to the vote', async () => {
	const { agreementId, textId } = await wording();
	await write(textId, 'Wege für alle');
	const confirmed = await house.done(confirmWording, house.facilitator, { agreementId, textId });
	const wanted = { versionId: house.versionId, levelKey: 'strategisches-ziel', leadOffice: 'Referat A' };
	const stale = await house.run(promote, house.steering, { ...wanted, agreementId });
	expect(stale).toMatchObject({ problem: { code: 'agreement.not-current', state: 'superseded' } });
	const input = { ...wanted, agreementId: confirmed.agreementId };
	const { itemId } = await house.done(promote, house.steering, input);
	const { paths } = await provenanceOf(database.db, house.tenantId, itemId);
	const words = paths[0]!.map((hop) => ('text' in hop ? `${hop.kind}: ${hop.text}` : hop.kind));
	expect(words).toEqual([
		'goal: Wege für alle',
		'promotion',
		'agreement: Wege für alle',
		'agreement: Mehr Radwege',
		'round',
		'candidate: Mehr Radwege',
		'cards',
		'session'
	]);
});

test('a text that was closed before is confirmed as it was closed', async () => {
	const { agreementId, textId } = await wording();
	await write(textId, 'Schon geschlossen');
	await house.done(freezeText, house.facilitator, { textId, keepOpen: false });
	const confirmed = await house.done(confirmWording, house.facilitator, { agreementId, textId });
	const worded = await findAgreement(database.db, house.tenantId, confirmed.agreementId);
	expect(worded?.text.plain).toBe('Schon geschlossen');
});

test('nothing is confirmed twice, and no text of another agreement', async () => {
	const { agreementId, textId } = await wording();
	const other = await wording();
	const foreign = await house.run(confirmWording, house.facilitator, { agreementId, textId: other.textId });
	expect(foreign).toMatchObject({ problem: { code: 'thing.not-found' } });
	await house.done(confirmWording, house.facilitator, { agreementId, textId });
	const again = await house.run(confirmWording, house.facilitator, { agreementId, textId });
	expect(again).toMatchObject({ problem: { code: 'agreement.not-current' } });
});

test('only the facilitator confirms', async () => {
	const { agreementId, textId } = await wording();
	expect(await house.run(confirmWording, house.steering, { agreementId, textId })).toMatchObject({
		problem: { code: 'right.missing' }
	});
});
