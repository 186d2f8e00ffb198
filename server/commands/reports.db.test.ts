import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, type House } from '../../tests/support/house.ts';
import { paperBeforeCouncil } from '../../tests/support/papers.ts';
import type { OpenDatabase } from '../db/client.ts';
import { latestReport } from '../db/repositories/goals.ts';
import { findPeriod, listSheets } from '../db/repositories/reports.ts';
import { newId } from '../ids.ts';
import { openReportPeriod } from './open-report-period.ts';
import { recordOutcome } from './record-outcome.ts';
import { saveSheet } from './save-sheet.ts';
import { submitSheet } from './submit-sheet.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

const refusal = (code: string, more: object = {}) => ({ ok: false, problem: { code, ...more } });
const open = (year: number, index: number) =>
	house.run(openReportPeriod, house.steering, { versionId: house.versionId, year, index });
const period = async (year: number, index: number) => {
	const opened = await open(year, index);
	if (!opened.ok) throw new Error(opened.problem.code);
	return (await findPeriod(database.db, house.tenantId, opened.value.periodId))!;
};
const sheetsOf = (of: { id: string; versionId: string }) => listSheets(database.db, house.tenantId, of);

test('nobody reports on a version that is not adopted', async () => {
	expect(await open(2026, 1)).toMatchObject(refusal('period.version-not-adopted', { state: 'draft' }));
	const { stops } = await paperBeforeCouncil(house);
	await house.done(recordOutcome, house.steering, { consultationId: stops.kreistag, outcome: 'adopted' });
	expect((await open(2026, 1)).ok).toBe(true);
});

describe('a report period', () => {
	test('ends with its Tertial and is due at the end of the following month', async () => {
		expect(await period(2027, 1)).toMatchObject({ key: '2027-I', keyDate: '2027-04-30', dueBy: '2027-05-31' });
		expect(await period(2027, 3)).toMatchObject({ keyDate: '2027-12-31', dueBy: '2028-01-31', asks: 'result' });
	});

	test('asks for exactly one sheet for each goal that is reported on', async () => {
		const sheets = await sheetsOf(await period(2028, 1));
		expect(sheets).toHaveLength(9);
		expect(new Set(sheets.map(({ itemId }) => itemId)).size).toBe(9);
		expect(sheets.every(({ state, assessment }) => state === 'requested' && assessment === null)).toBe(true);
	});

	test('is opened once, also when two people press at once, and there is no fourth Tertial', async () => {
		const both = await Promise.all([open(2029, 1), open(2029, 1)]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.find(({ ok }) => !ok)).toMatchObject(refusal('period.exists', { key: '2029-I' }));
		expect(await open(2029, 4)).toMatchObject(refusal('period.unknown'));
	});

	test('is opened by the steering office of its own organisation', async () => {
		const input = { versionId: house.versionId, year: 2030, index: 1 };
		expect(await house.run(openReportPeriod, house.member, input)).toMatchObject(refusal('right.missing'));
		const stranger = { ...house.steering, tenantId: newId() };
		expect(await house.run(openReportPeriod, stranger, input)).toMatchObject(refusal('thing.not-found'));
	});
});

describe('a report sheet', () => {
	test('is kept as a draft with whatever is there, and handed in when both texts and the assessment are', async () => {
		const of = await period(2031, 1);
		const { id: sheetId, itemId } = (await sheetsOf(of))[0]!;
		const said = { sheetId, contributions: 'Der Strategierat hat zweimal getagt.' };
		const saved = await house.done(saveSheet, house.steering, { ...said, rev: 0 });
		const submit = (more: object) => house.run(submitSheet, house.steering, { ...said, ...saved, ...more });
		expect(await submit({})).toMatchObject(refusal('sheet.risks-missing'));
		expect(await submit({ risks: 'keine' })).toMatchObject(refusal('sheet.assessment-missing'));
		expect(await submit({ risks: 'keine', contributions: ' ', assessment: 'secured' })).toMatchObject(
			refusal('sheet.contributions-missing')
		);
		expect(await latestReport(database.db, house.tenantId, itemId)).toBe(null);
		expect((await submit({ risks: 'keine', assessment: 'endangered' })).ok).toBe(true);
		const [sheet] = await sheetsOf(of);
		expect(sheet).toMatchObject({ state: 'submitted', risks: 'keine', assessment: 'endangered' });
		expect(await latestReport(database.db, house.tenantId, itemId)).toMatchObject({ assessment: 'endangered' });
		expect(await findPeriod(database.db, house.tenantId, of.id)).toMatchObject({ requested: 9, submitted: 1 });
	});

	test('that was handed in does not change any more', async () => {
		const of = await period(2032, 1);
		const { id: sheetId } = (await sheetsOf(of))[0]!;
		const said = { sheetId, rev: 0, contributions: 'Erreicht.', risks: 'keine', assessment: 'secured' };
		const { rev } = await house.done(submitSheet, house.steering, said);
		const later = { ...said, rev, contributions: 'Doch nicht.' };
		expect(await house.run(saveSheet, house.steering, later)).toMatchObject(refusal('sheet.move-impossible'));
		expect(await house.run(submitSheet, house.steering, later)).toMatchObject(refusal('sheet.move-impossible'));
	});

	test('that somebody else has changed meanwhile is not overwritten', async () => {
		const { id: sheetId } = (await sheetsOf(await period(2033, 1)))[0]!;
		const say = (contributions: string) => house.run(saveSheet, house.steering, { sheetId, rev: 0, contributions });
		const both = await Promise.all([say('Erster Bericht'), say('Zweiter Bericht')]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.find(({ ok }) => !ok)).toMatchObject(refusal('thing.changed-meanwhile', { kind: 'report-sheet' }));
	});

	test('of another organisation is not there', async () => {
		const { id: sheetId } = (await sheetsOf(await period(2034, 1)))[0]!;
		const stranger = { ...house.steering, tenantId: newId() };
		for (const command of [saveSheet, submitSheet])
			expect(await house.run(command, stranger, { sheetId, rev: 0 })).toMatchObject(refusal('thing.not-found'));
	});
});
