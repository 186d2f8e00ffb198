import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { docToPlain } from '#domain/texts/doc.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, type House } from '../../tests/support/house.ts';
import { paperOf, planChain } from '../../tests/support/papers.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listGoals } from '../db/repositories/goals.ts';
import { findPaper } from '../db/repositories/papers.ts';
import { listResolutionsOfText } from '../db/repositories/text-resolutions.ts';
import { findVersion } from '../db/repositories/texts.ts';
import { tenants } from '../db/schema/organisation.ts';
import { newId } from '../ids.ts';
import { createPaper } from './create-paper.ts';
import { createProcess } from './create-process.ts';
import { createText } from './create-text.ts';
import { freezeText } from './freeze-text.ts';
import { givePaperNumber } from './give-paper-number.ts';
import { recordOutcome } from './record-outcome.ts';
import { releasePaper } from './release-paper.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => void (database = await openOwnTestDatabase()));
afterAll(() => database.close());
beforeEach(async () => {
	await database.db.update(tenants).set({ key: sql`${tenants.id}::text` });
	house = await furnish(database.db);
});

/** Guiding principles of the process as version 1. */
async function principles(): Promise<{ textId: string; textVersionId: string }> {
	const input = { processId: house.processId, kind: 'guiding-principles', title: 'Leitsätze' };
	const { textId } = await house.done(createText, house.facilitator, input);
	await house.done(freezeText, house.facilitator, { textId, keepOpen: true });
	const version = await findVersion(database.db, house.tenantId, textId, '1');
	return { textId, textVersionId: version!.id };
}

/** The facts of a paper that is about a text. */
function about(textVersionId: string) {
	const { versionId: _, ...facts } = paperOf(house);
	return { ...facts, textVersionId };
}

const resolutionsOf = (textId: string) => listResolutionsOfText(database.db, house.tenantId, textId);

test('guiding principles go through the bodies, and their text says who has resolved them and when', async () => {
	const { textId, textVersionId } = await principles();
	const before = await listGoals(database.db, house.tenantId, house.versionId);
	const { paperId } = await house.done(createPaper, house.steering, about(textVersionId));
	await house.done(givePaperNumber, house.steering, { paperId, reference: '120/2016' });
	const stops = await planChain(house, paperId);
	await house.done(releasePaper, house.steering, { paperId });
	const paper = await findPaper(database.db, house.tenantId, paperId);
	expect(paper).toMatchObject({ version: null, text: { textId, title: 'Leitsätze', number: '1' } });
	expect(docToPlain(paper!.proposal!.doc)).toMatch(/^„Leitsätze“ wird in der folgenden Fassung beschlossen:/);

	for (const consultationId of [stops.aws, stops.kreisausschuss])
		await house.done(recordOutcome, house.steering, { consultationId, outcome: 'adopted' });
	expect(await resolutionsOf(textId)).toEqual([]);
	const tally = { yes: 31, no: 1, abstain: 2 };
	await house.done(recordOutcome, house.steering, { consultationId: stops.kreistag, outcome: 'adopted', tally });
	expect(await resolutionsOf(textId)).toMatchObject([
		{ paperId, reference: '120/2016', number: '1', body: 'Kreistag', date: '2024-09-18', amended: false }
	]);
	expect(await listGoals(database.db, house.tenantId, house.versionId)).toEqual(before);
});

test('a rejected text is not called resolved', async () => {
	const { textId, textVersionId } = await principles();
	const { paperId } = await house.done(createPaper, house.steering, about(textVersionId));
	const stops = await planChain(house, paperId);
	await house.done(releasePaper, house.steering, { paperId });
	for (const consultationId of [stops.aws, stops.kreisausschuss])
		await house.done(recordOutcome, house.steering, { consultationId, outcome: 'adopted' });
	await house.done(recordOutcome, house.steering, { consultationId: stops.kreistag, outcome: 'rejected' });
	expect(await resolutionsOf(textId)).toEqual([]);
});

test('a text of another process or organisation cannot be proposed, nor a paper without anything to resolve', async () => {
	const { textVersionId } = await principles();
	const { processId } = await house.done(createProcess, house.steering, { title: 'Anderer Prozess', template: 'open' });
	const notFound = { ok: false, problem: { code: 'thing.not-found', kind: 'text-version' } };
	const propose = (more: object) => house.run(createPaper, house.steering, { ...about(textVersionId), ...more });
	expect(await propose({ processId })).toMatchObject(notFound);
	expect(await propose({ textVersionId: newId() })).toMatchObject(notFound);
	expect(await propose({ textVersionId: undefined })).toMatchObject({ ok: false, problem: { code: 'input.invalid' } });
});
