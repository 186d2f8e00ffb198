import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { memberComes } from '../../tests/support/closed-session.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { openDecidingHall, type DecidingHall, type Voter } from '../../tests/support/deciding.ts';
import { furnish, type House, type TestActor } from '../../tests/support/house.ts';
import { optionsOf } from '../../tests/support/options.ts';
import type { OpenDatabase } from '../db/client.ts';
import { readBudget } from '../db/repositories/budgets.ts';
import { addMeasure } from './add-measure.ts';
import { allocateMeasures } from './allocate-measures.ts';
import { answerShare } from './answer-share.ts';
import { approveAllocation } from './approve-allocation.ts';
import { bringBudget } from './bring-budget.ts';
import { changeJointBudget } from './change-joint-budget.ts';
import { changeMeasure } from './change-measure.ts';
import { closeToPublic } from './close-to-public.ts';
import { createJointBudget } from './create-joint-budget.ts';
import { createProcess } from './create-process.ts';
import { erasePerson } from './erase-person.ts';
import { nameDepartmentHead } from './name-department-head.ts';
import { openRound } from './open-round.ts';
import { removeMeasure } from './remove-measure.ts';
import { reopenToPublic } from './reopen-to-public.ts';
import { saveScenario } from './save-scenario.ts';

let database: OpenDatabase;
let furnished: House;
/** The house with a process of its own for each test. */
let house: House;
let budgetId: string;
let departments: Record<string, string>;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	furnished = await furnish(database.db);
});
afterAll(() => database.close());
beforeEach(async () => {
	const { done, steering } = furnished;
	const { processId } = await done(createProcess, steering, { title: 'Verwaltung 2.030', template: 'open' });
	house = { ...furnished, processId, facilitator: steering };
	({ budgetId } = await done(createJointBudget, steering, { processId, title: 'Mobilität', ...pot() }));
	departments = Object.fromEntries((await read()).departments.map(({ name, id }) => [name, id]));
});

const euro = (amount: number) => ({ '2026': amount * 100 });
const pot = (roads = 450_000) => ({
	years: [2026],
	contributions: [
		{ name: 'Verkehrsflächen', amounts: euro(roads), product: '12.01.01' },
		{ name: 'Räumliche Planung', amounts: euro(120_000) },
		{ name: 'Schülerbeförderung', amounts: euro(80_000) }
	]
});
const read = async (personId: string | null = null) =>
	(await readBudget(database.db, house.tenantId, budgetId, personId))!;
const measureOf = async (id: string) => (await read()).measures.find((measure) => measure.id === id)!;
const share = (name: string, amount: number) => ({ departmentId: departments[name], amounts: euro(amount) });
async function measure(title: string, amount: number, more: Record<string, unknown> = {}) {
	const shares = [share('Verkehrsflächen', amount)];
	return (await house.done(addMeasure, house.facilitator, { budgetId, title, shares, ...more })).measureId;
}
const allocate = (measureIds: string[], reason = '') =>
	house.run(allocateMeasures, house.facilitator, { budgetId, measureIds, reason });
const approve = (measureId: string, name: string, approved = true, actor: TestActor = house.facilitator) =>
	house.run(approveAllocation, actor, { measureId, bodyId: departments[name], approved });
async function approveAll(measureId: string) {
	for (const name of Object.keys(departments)) expect(await approve(measureId, name)).toMatchObject({ ok: true });
}

describe('a joint budget (I22)', () => {
	test('needs two departments with money, and one pot for a field and year', async () => {
		const { processId, run, facilitator } = house;
		const alone = { processId, title: 'Klima', years: [2026], contributions: pot().contributions.slice(0, 1) };
		expect(await run(createJointBudget, facilitator, alone)).toMatchObject({
			problem: { code: 'budget.too-few-departments' }
		});
		const again = { processId, title: 'Mobilität', ...pot() };
		expect(await run(createJointBudget, facilitator, again)).toMatchObject({ problem: { code: 'budget.field-taken' } });
		const less = { budgetId, rev: (await read()).rev, contributions: pot().contributions.slice(0, 1) };
		expect(await run(changeJointBudget, facilitator, less)).toMatchObject({
			problem: { code: 'budget.too-few-departments' }
		});
	});

	test('takes a department that the organisation knows by its name, and adds one that it does not', async () => {
		const { done, facilitator, processId } = house;
		const other = await done(createJointBudget, facilitator, { processId, title: 'Klima', ...pot() });
		const found = (await readBudget(database.db, house.tenantId, other.budgetId, null))!.departments;
		expect(found.map(({ id }) => id)).toEqual(Object.values(departments));
	});

	test('is agreed only with the approval of every contributing department', async () => {
		const id = await measure('Schulwege', 210_000);
		await allocate([id]);
		await approve(id, 'Verkehrsflächen');
		await approve(id, 'Räumliche Planung');
		expect((await measureOf(id)).allocation?.approvedBy).toHaveLength(2);
		expect(await house.run(removeMeasure, house.facilitator, { measureId: id })).toMatchObject({ ok: true });
		const other = await measure('Fahrradstraße', 300_000);
		await allocate([other]);
		await approveAll(other);
		expect(await house.run(removeMeasure, house.facilitator, { measureId: other })).toMatchObject({
			problem: { code: 'measure.agreed' }
		});
	});

	test('never agrees on more than the pot holds, whichever way one tries', async () => {
		const [first, second] = [await measure('A', 400_000), await measure('B', 300_000)];
		await allocate([first, second]);
		await approveAll(first);
		await approve(second, 'Verkehrsflächen');
		await approve(second, 'Räumliche Planung');
		const last = await approve(second, 'Schülerbeförderung');
		expect(last).toMatchObject({ problem: { code: 'budget.over-pot', year: 2026, over: 50_000_00 } });
		const rev = (await read()).rev;
		const less = { budgetId, rev, contributions: pot(150_000).contributions };
		expect(await house.run(changeJointBudget, house.facilitator, less)).toMatchObject({
			problem: { code: 'budget.over-pot' }
		});
		// A department that has not approved yet and leaves does not make the rest agreed beyond the pot.
		const two = { budgetId, rev, contributions: pot().contributions.slice(0, 2) };
		expect(await house.run(changeJointBudget, house.facilitator, two)).toMatchObject({
			problem: { code: 'budget.over-pot' }
		});
	});

	test('a department that has left and comes back has approved nothing', async () => {
		const id = await measure('Schulwege', 210_000);
		await allocate([id]);
		await approveAll(id);
		for (const contributions of [pot().contributions.slice(0, 2), pot().contributions]) {
			const change = { budgetId, rev: (await read()).rev, contributions };
			expect(await house.run(changeJointBudget, house.facilitator, change)).toMatchObject({ ok: true });
		}
		const { Schülerbeförderung: left, ...stayed } = departments;
		expect((await measureOf(id)).allocation?.approvedBy.sort()).toEqual(Object.values(stayed).sort());
		expect(left).toBeDefined();
	});

	test('two last approvals at the same moment never share the same money', async () => {
		const ids = [await measure('A', 400_000), await measure('B', 400_000)];
		await allocate(ids);
		for (const id of ids) for (const name of ['Verkehrsflächen', 'Räumliche Planung']) await approve(id, name);
		const answers = await Promise.all(ids.map((id) => approve(id, 'Schülerbeförderung')));
		expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
	});

	test('says to the second of two editors that the pot has changed meanwhile', async () => {
		const { rev } = await read();
		const change = { budgetId, rev, contributions: pot(500_000).contributions };
		expect(await house.run(changeJointBudget, house.facilitator, change)).toMatchObject({ ok: true });
		expect(await house.run(changeJointBudget, house.facilitator, change)).toMatchObject({
			problem: { code: 'thing.changed-meanwhile' }
		});
	});
});

describe('a department', () => {
	test('answers for its share, and nobody else does once somebody speaks for it', async () => {
		const { run, done, facilitator, member } = house;
		const id = await measure('Schulwege', 100_000);
		const bodyId = departments['Verkehrsflächen'];
		const answer = { measureId: id, bodyId, answer: 'refused' };
		expect(await run(answerShare, member, answer)).toMatchObject({ problem: { code: 'right.missing' } });
		await done(nameDepartmentHead, facilitator, { budgetId, bodyId, personId: member.personId });
		expect(await run(answerShare, facilitator, answer)).toMatchObject({ problem: { code: 'budget.head-answers' } });
		expect(await run(answerShare, member, answer)).toMatchObject({ ok: true });
		expect((await measureOf(id)).shares[0]?.answer).toBe('refused');
		const elsewhere = { measureId: id, bodyId: departments['Räumliche Planung'], answer: 'confirmed' };
		expect(await run(answerShare, member, elsewhere)).toMatchObject({ problem: { code: 'right.missing' } });
		expect(await run(answerShare, facilitator, elsewhere)).toMatchObject({ problem: { code: 'measure.no-share' } });
	});

	test('answers anew when its share changes, and its approval ends with the figure it was given for', async () => {
		const { done, facilitator } = house;
		const id = await measure('Schulwege', 100_000);
		await allocate([id]);
		await approveAll(id);
		expect((await measureOf(id)).shares[0]?.answer).toBe('confirmed');
		const dearer = { measureId: id, rev: 0, title: 'Schulwege', shares: [share('Verkehrsflächen', 125_000)] };
		await done(changeMeasure, facilitator, dearer);
		expect(await measureOf(id)).toMatchObject({
			shares: [{ answer: 'open' }],
			allocation: { amounts: euro(100_000), approvedBy: { length: 3 } }
		});
		expect(await approve(id, 'Verkehrsflächen')).toMatchObject({ problem: { code: 'measure.changed-since' } });
		await allocate([id]);
		expect((await measureOf(id)).allocation).toMatchObject({ amounts: euro(125_000), approvedBy: [] });
	});

	test('cannot take back a share that its own approval rests on', async () => {
		const id = await measure('Schulwege', 100_000);
		await allocate([id]);
		await approve(id, 'Verkehrsflächen');
		const back = { measureId: id, bodyId: departments['Verkehrsflächen'], answer: 'refused' };
		expect(await house.run(answerShare, house.facilitator, back)).toMatchObject({
			problem: { code: 'measure.approved' }
		});
		expect(await approve(id, 'Verkehrsflächen', false)).toMatchObject({ ok: true });
		expect(await house.run(answerShare, house.facilitator, back)).toMatchObject({ ok: true });
	});
});

describe('an allocation', () => {
	test('holds what a law demands', async () => {
		await measure('Schülerbeförderung', 80_000, { mandate: '§ 97 SchulG NRW' });
		expect(await allocate([await measure('Radweg', 1)])).toMatchObject({ problem: { code: 'measure.mandatory' } });
	});

	test('between equals of the last vote needs a reason', async () => {
		const { hall, round, ids } = await voteOnMeasures();
		for (const voter of hall.voters) await hall.votes(voter, round.roundId, ballotOver(round.options, 3));
		await hall.closes(round.roundId);
		expect((await read()).lastVote).toMatchObject({ ranking: { [ids[0]!]: 1, [ids[1]!]: 1 } });
		expect(await allocate([ids[0]!])).toMatchObject({
			problem: { code: 'allocation.reason-missing', title: 'Radweg Nord' }
		});
		expect(await allocate([ids[0]!], 'Förderung läuft aus')).toMatchObject({ ok: true });
		expect((await read()).allocationReason).toBe('Förderung läuft aus');
	});
});

describe('a scenario', () => {
	const save = (actor: TestActor, input: Record<string, unknown>) =>
		house.run(saveScenario, actor, { budgetId, title: 'Wege zuerst', measureIds: [], ...input });

	test('is read by nobody but its author before she shares it', async () => {
		const { hall } = await hallWithBudget();
		const [ada, ben] = hall.voters as [Voter, Voter];
		const id = await measure('Radweg', 1);
		expect(await save(ada.actor, { sessionId: hall.sessionId, measureIds: [id] })).toMatchObject({ ok: true });
		expect((await read(ben.actor.personId)).scenarios).toEqual([]);
		expect((await read(ada.actor.personId)).scenarios).toMatchObject([{ own: true, shared: false, measureIds: [id] }]);
		await save(ada.actor, { sessionId: hall.sessionId, measureIds: [id], shared: true });
		expect((await read(ben.actor.personId)).scenarios).toMatchObject([{ own: false, shared: true }]);
	});

	test('is shared with nobody while the session is not public, and what was voted then is not in the public one', async () => {
		const { hall } = await hallWithBudget();
		const { sessionId } = hall;
		const ids = [await measure('Radweg Süd', 95_000), await measure('Radweg Nord', 95_000)];
		await memberComes(house, sessionId);
		await house.done(closeToPublic, house.facilitator, { sessionId });
		expect(await save(house.facilitator, { sessionId, shared: true })).toMatchObject({
			problem: { code: 'session.rests' }
		});
		expect(await save(house.facilitator, { sessionId })).toMatchObject({ ok: true });
		const round = await hall.opens({ measureIds: ids, method: 'resistance' });
		await hall.closes(round.roundId);
		await house.done(reopenToPublic, house.facilitator, { sessionId });
		const { db } = database;
		expect((await readBudget(db, house.tenantId, budgetId, null, 'public'))!.lastVote).toBeNull();
		expect((await read()).lastVote).toMatchObject({ roundId: round.roundId });
	});

	test('of somebody who is erased stays only where she had shared it, without her name', async () => {
		const { hall } = await hallWithBudget();
		const [ada] = hall.voters as [Voter];
		for (const [title, shared] of [
			['Für mich', false],
			['Für alle', true]
		] as const)
			await save(ada.actor, { sessionId: hall.sessionId, title, shared });
		const { personId } = ada.actor;
		await house.done(erasePerson, { ...house.steering, role: 'admin' }, { personId });
		expect((await read(personId)).scenarios).toMatchObject([{ title: 'Für alle', by: null }]);
	});

	test('is for those who work on the budget, not for guests of another session', async () => {
		const { hall } = await hallWithBudget();
		const other = await openDecidingHall(house, 1);
		const guest = other.voters[0]!.actor;
		for (const sessionId of [other.sessionId, hall.sessionId, undefined])
			expect(await save(guest, { sessionId }), String(sessionId)).toMatchObject({ ok: false });
	});
});

describe('a vote over measures', () => {
	test('freezes what they cost, and only of the budget at hand', async () => {
		const { hall, round } = await voteOnMeasures();
		const options = await optionsOf(database.db, house.tenantId, round.roundId);
		expect(options.map(({ label }) => label)).toContain('Radweg Süd (95.000\u00A0€)');
		const stranger = await measureElsewhere();
		const asked = { sessionId: hall.sessionId, question: 'Was?', method: 'resistance', measureIds: [stranger] };
		expect(await house.run(openRound, house.facilitator, asked)).toMatchObject({
			problem: { code: 'thing.not-found' }
		});
	});
});

async function hallWithBudget(): Promise<{ hall: DecidingHall }> {
	const hall = await openDecidingHall(house, 2);
	await house.done(bringBudget, house.facilitator, { sessionId: hall.sessionId, budgetId });
	return { hall };
}

async function voteOnMeasures() {
	const { hall } = await hallWithBudget();
	const ids = [await measure('Radweg Süd', 95_000), await measure('Radweg Nord', 95_000)];
	const round = await hall.opens({ measureIds: ids, method: 'resistance', secrecy: 'secret' });
	return { hall, round, ids };
}

const ballotOver = (options: string[], resistance: number) => Object.fromEntries(options.map((id) => [id, resistance]));

async function measureElsewhere() {
	const { done, facilitator, processId } = house;
	const other = await done(createJointBudget, facilitator, { processId, title: 'Klima', ...pot() });
	return (await done(addMeasure, facilitator, { budgetId: other.budgetId, title: 'Solar' })).measureId;
}
