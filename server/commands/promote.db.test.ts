import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House } from '../../tests/support/house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listGoals } from '../db/repositories/goals.ts';
import { promotionsOfItem, verifyPromotions } from '../db/repositories/promotions.ts';
import { agreements } from '../db/schema/consensus.ts';
import { goalRevisions, goalVersions, promotions } from '../db/schema/goals.ts';
import { textVersions } from '../db/schema/processes.ts';
import { importUnna } from '../imports/unna.ts';
import { createGoalSystem } from './create-goal-system.ts';
import { editGoal } from './edit-goal.ts';
import { promote } from './promote.ts';
import { recordAgreement } from './record-agreement.ts';
import { recordIndicator } from './record-indicator.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

const words = 'Der Landkreis wird zum Ort für kurze Wege!';

async function agree(text = words) {
	const round = await holdWorkshop(house, [text, 'Mehr Busse', 'Mehr Bänke']);
	const option = { roundId: round.roundId, optionId: round.options[0]!.id };
	return { ...round, ...(await house.done(recordAgreement, house.facilitator, option)) };
}

const intoDraft = (agreementId: string) => ({
	agreementId,
	versionId: house.versionId,
	levelKey: 'strategisches-ziel',
	leadOffice: 'Referat A',
	horizonYear: 2035
});

describe('an agreement', () => {
	test('is recorded from a closed round, once, with the words that were voted on', async () => {
		const round = await holdWorkshop(house, ['Mehr Radwege', 'Mehr Busse']);
		const option = { roundId: round.roundId, optionId: round.options[0]!.id };
		const first = await house.done(recordAgreement, house.facilitator, option);
		const again = await house.done(recordAgreement, house.facilitator, option);
		expect(again).toEqual(first);
		const [row] = await house.around.db.select().from(agreements).where(eq(agreements.id, first.agreementId));
		expect(row).toMatchObject({ method: 'dots', state: 'recorded', sessionId: round.sessionId });
	});

	test('does not come from a Stimmungsbild', async () => {
		const round = await holdWorkshop(house, ['Mehr Radwege'], { voteClass: 'mood' });
		const input = { roundId: round.roundId, optionId: round.options[0]!.id };
		const refused = await house.run(recordAgreement, house.facilitator, input);
		expect(refused).toMatchObject({ problem: { code: 'agreement.only-a-mood' } });
	});

	test('does not come from a round that is still open', async () => {
		const round = await holdWorkshop(house, ['Mehr Radwege'], { close: false });
		const input = { roundId: round.roundId, optionId: round.options[0]!.id };
		const refused = await house.run(recordAgreement, house.facilitator, input);
		expect(refused).toMatchObject({ problem: { code: 'round.not-closed' } });
	});

	test('is recorded by the facilitator only', async () => {
		const round = await holdWorkshop(house, ['Mehr Radwege']);
		const input = { roundId: round.roundId, optionId: round.options[0]!.id };
		expect(await house.run(recordAgreement, house.steering, input)).toMatchObject({
			problem: { code: 'right.missing' }
		});
	});
});

describe('promoting', () => {
	test('makes a goal with exactly the agreed words and their fingerprint', async () => {
		const { agreementId } = await agree();
		const { itemId, number } = await house.done(promote, house.steering, intoDraft(agreementId));
		const goal = (await listGoals(database.db, house.tenantId, house.versionId)).find((one) => one.itemId === itemId);
		const [agreed] = await database.db
			.select({ sha256: textVersions.sha256, state: agreements.state })
			.from(agreements)
			.innerJoin(textVersions, eq(textVersions.id, agreements.textVersionId))
			.where(eq(agreements.id, agreementId));
		expect(goal).toMatchObject({ text: words, number, leadOffice: 'Referat A', horizonYear: 2035, promoted: true });
		expect(goal?.sha256).toBe(agreed?.sha256);
		expect(agreed?.state).toBe('promoted');
		const [record] = await promotionsOfItem(database.db, house.tenantId, itemId);
		expect(record?.record.text.sha256).toBe(agreed?.sha256);
		expect(record?.record.decision).toMatchObject({
			method: 'dots',
			eligible: 3,
			cast: 3,
			byGroup: { politics: null }
		});
	});

	test('twice gives the same goal', async () => {
		const { agreementId } = await agree('Zweimal übernommen');
		const first = await house.done(promote, house.steering, intoDraft(agreementId));
		const second = await house.done(promote, house.steering, { ...intoDraft(agreementId), leadOffice: 'Anderes Amt' });
		expect(second).toEqual({ ...first, again: true });
	});

	test('by two people at once gives one goal', async () => {
		const { agreementId } = await agree('Gleichzeitig übernommen');
		const both = await Promise.all([1, 2].map(() => house.run(promote, house.steering, intoDraft(agreementId))));
		const items = both.map((result) => (result.ok ? result.value.itemId : result.problem.code));
		expect(new Set(items).size).toBe(1);
		const rows = await database.db.select().from(promotions).where(eq(promotions.agreementId, agreementId));
		expect(rows).toHaveLength(1);
	});

	test('two agreements at once gives two numbers and one unbroken chain', async () => {
		const [one, other] = [await agree('Das eine'), await agree('Das andere')];
		const numbers = await Promise.all(
			[one, other].map(({ agreementId }) => house.done(promote, house.steering, intoDraft(agreementId)))
		);
		expect(new Set(numbers.map(({ number }) => number)).size).toBe(2);
		expect((await verifyPromotions(database.db, house.tenantId)).broken).toBeNull();
	});

	test('gives numbers that were never given before', async () => {
		const numbers: string[] = [];
		for (const text of ['Erste Zahl', 'Zweite Zahl']) {
			const { agreementId } = await agree(text);
			numbers.push((await house.done(promote, house.steering, intoDraft(agreementId))).number);
		}
		expect(Number(numbers[1])).toBe(Number(numbers[0]) + 1);
	});

	test('is refused when somebody changed the draft meanwhile', async () => {
		const { agreementId } = await agree('Inzwischen geändert');
		const stale = { ...intoDraft(agreementId), lockVersion: 0 };
		expect(await house.run(promote, house.steering, stale)).toMatchObject({
			problem: { code: 'thing.changed-meanwhile' }
		});
	});

	test('needs the steering office', async () => {
		const { agreementId } = await agree('Nur die Steuerung');
		for (const actor of [house.facilitator, house.member])
			expect(await house.run(promote, actor, intoDraft(agreementId))).toMatchObject({
				problem: { code: 'right.missing' }
			});
	});

	test('does not reach the agreements of another organisation', async () => {
		const { agreementId } = await agree('Gehört Helmstedt');
		await database.db.transaction((tx) => importUnna(tx, new Date()));
		const [unna] = await database.db.select().from(goalVersions).where(eq(goalVersions.scheme, 'unna'));
		const stranger = { ...house.steering, tenantId: unna!.tenantId };
		const refusal = { problem: { code: 'thing.not-found' } };
		expect(await house.run(promote, stranger, intoDraft(agreementId))).toMatchObject(refusal);
		const abroad = { ...intoDraft(agreementId), versionId: unna!.id };
		expect(await house.run(promote, house.steering, abroad)).toMatchObject(refusal);
		expect(await house.run(editGoal, house.steering, { versionId: unna!.id, itemId: unna!.id })).toMatchObject(refusal);
	});

	test('needs a parent where the level asks for one', async () => {
		const { agreementId } = await agree('Eine Maßnahme ohne Aktionsraum');
		expect(
			await house.run(promote, house.steering, { ...intoDraft(agreementId), levelKey: 'massnahme' })
		).toMatchObject({ problem: { code: 'goal.parent-missing' } });
	});
});

describe('a version that is adopted', () => {
	test('takes no more goals and changes no more', async () => {
		const { agreementId } = await agree('Zu spät');
		const { versionId } = await house.done(createGoalSystem, house.steering, {
			name: 'Ziele 2024',
			scheme: 'helmstedt',
			label: '2024',
			periodType: 'horizon',
			periodFrom: '2024',
			periodTo: '2025'
		});
		const early = await agree('Rechtzeitig');
		const { itemId } = await house.done(promote, house.steering, { ...intoDraft(early.agreementId), versionId });
		await database.db
			.update(goalVersions)
			.set({ state: 'adopted' })
			.where(and(eq(goalVersions.tenantId, house.tenantId), eq(goalVersions.id, versionId)));
		const refusal = { problem: { code: 'version.not-draft', state: 'adopted' } };
		expect(await house.run(promote, house.steering, { ...intoDraft(agreementId), versionId })).toMatchObject(refusal);
		expect(await house.run(editGoal, house.steering, { versionId, itemId, leadOffice: 'X' })).toMatchObject(refusal);
		const figure = {
			versionId,
			itemId,
			title: 'Zahl',
			unit: 'Stück',
			direction: 'increase',
			operator: '>',
			target: '1'
		};
		expect(await house.run(recordIndicator, house.steering, figure)).toMatchObject(refusal);
	});
});

describe('a draft', () => {
	test('of Berlin-Mitte begins with its two perspectives', async () => {
		const { versionId } = await house.done(createGoalSystem, house.steering, {
			name: 'Mitte',
			scheme: 'mitte',
			label: '2027',
			periodType: 'calendar-year',
			periodFrom: '2027',
			periodTo: '2027'
		});
		const goals = await listGoals(database.db, house.tenantId, versionId);
		expect(goals.map(({ number, text }) => `${number} ${text}`)).toEqual([
			'1 Auftrags-/Zielgruppenperspektive',
			'2 Verwaltungs-/Binnenperspektive'
		]);
	});

	test('says what a goal contributes to, and never to itself', async () => {
		const goals = await listGoals(database.db, house.tenantId, house.versionId);
		const [first, second] = goals.filter(({ levelKey }) => levelKey === 'strategisches-ziel');
		const edit = { versionId: house.versionId, itemId: first!.itemId };
		await house.done(editGoal, house.steering, { ...edit, contributesTo: [second!.itemId], leadOffice: 'Kreisamt' });
		const refused = await house.run(editGoal, house.steering, { ...edit, contributesTo: [first!.itemId] });
		expect(refused).toMatchObject({ problem: { code: 'goal.link-to-itself' } });
		const [row] = await database.db.select().from(goalRevisions).where(eq(goalRevisions.itemId, first!.itemId));
		expect(row?.leadOffice).toBe('Kreisamt');
	});

	test('takes a figure with an exact target and refuses what is no number', async () => {
		const goals = await listGoals(database.db, house.tenantId, house.versionId);
		const { itemId } = goals.find(({ levelKey }) => levelKey === 'aktionsraum')!;
		const figure = {
			versionId: house.versionId,
			itemId,
			title: 'Radwege',
			unit: 'km',
			direction: 'increase',
			operator: '>='
		};
		await house.done(recordIndicator, house.steering, { ...figure, target: '120.5' });
		const refused = await house.run(recordIndicator, house.steering, { ...figure, target: 'viele' });
		expect(refused).toMatchObject({ problem: { code: 'goal.not-a-number' } });
	});
});

describe('the chain of promotions', () => {
	test('holds, and a changed record is found', async () => {
		const { agreementId } = await agree('Am Ende der Kette');
		const { promotionId } = await house.done(promote, house.steering, intoDraft(agreementId));
		const sound = await verifyPromotions(database.db, house.tenantId);
		expect(sound.broken).toBeNull();
		expect(sound.length).toBeGreaterThan(1);
		const [row] = await database.db.select().from(promotions).where(eq(promotions.id, promotionId));
		const forged = { ...(row!.record as object), promotedAt: '2020-01-01T00:00:00.000Z' };
		const put = (record: unknown) =>
			database.db.update(promotions).set({ record }).where(eq(promotions.id, promotionId));
		await put(forged);
		expect((await verifyPromotions(database.db, house.tenantId)).broken).toEqual({
			position: sound.length - 1,
			promotionId
		});
		await put(row!.record);
		expect((await verifyPromotions(database.db, house.tenantId)).broken).toBeNull();
	});

	test('shows that the words behind a goal were changed', async () => {
		const { agreementId } = await agree('Wörter, die jemand ändert');
		const { itemId } = await house.done(promote, house.steering, intoDraft(agreementId));
		const [record] = await promotionsOfItem(database.db, house.tenantId, itemId);
		const id = record!.record.text.textVersionId;
		const [text] = await database.db.select().from(textVersions).where(eq(textVersions.id, id));
		const put = (doc: unknown) => database.db.update(textVersions).set({ doc }).where(eq(textVersions.id, id));
		await put({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Anderes' }] }] });
		expect((await verifyPromotions(database.db, house.tenantId)).broken).toMatchObject({ promotionId: record!.id });
		await put(text!.doc);
	});

	test('misses a promotion that was taken out, also the last one', async () => {
		const { agreementId } = await agree('Herausgenommen');
		const { promotionId } = await house.done(promote, house.steering, intoDraft(agreementId));
		const { length } = await verifyPromotions(database.db, house.tenantId);
		await database.db.delete(promotions).where(eq(promotions.id, promotionId));
		expect(await verifyPromotions(database.db, house.tenantId)).toEqual({
			length: length - 1,
			broken: { position: length - 1, promotionId: null }
		});
	});
});
