import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, type House } from '../../tests/support/house.ts';
import {
	bodyNamed,
	copyVersion,
	dropGoal,
	paperBeforeCouncil,
	paperOf,
	planChain,
	releasedPaper
} from '../../tests/support/papers.ts';
import { toLines } from '#text/lines.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listGoals } from '../db/repositories/goals.ts';
import { findPaper } from '../db/repositories/papers.ts';
import { documents } from '../db/schema/documents.ts';
import { goalVersions } from '../db/schema/goals.ts';
import { tenants } from '../db/schema/organisation.ts';
import { importMitte } from '../imports/mitte.ts';
import { newId } from '../ids.ts';
import { createPaper } from './create-paper.ts';
import { editGoal } from './edit-goal.ts';
import { givePaperNumber } from './give-paper-number.ts';
import { planConsultation } from './plan-consultation.ts';
import { recordOutcome } from './record-outcome.ts';
import { releasePaper } from './release-paper.ts';
import { removeConsultation } from './remove-consultation.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
});
afterAll(() => database.close());

/** Every test has a Landkreis Helmstedt of its own; the earlier ones give up their key. */
beforeEach(async () => {
	await database.db.update(tenants).set({ key: sql`${tenants.id}::text` });
	house = await furnish(database.db);
});

const refusal = (code: string, more: object = {}) => ({ ok: false, problem: { code, ...more } });
const versionOf = async (id = house.versionId) =>
	(await database.db.select().from(goalVersions).where(eq(goalVersions.id, id)))[0]!;
const paperNow = async (id: string) => (await findPaper(database.db, house.tenantId, id))!;
const record = (consultationId: string, outcome: string, more: object = {}) =>
	house.run(recordOutcome, house.steering, { consultationId, outcome, ...more });

describe('a new paper', () => {
	test('begins with one sentence and the goals of the version under their numbers, points included', async () => {
		const { paperId } = await house.done(createPaper, house.steering, paperOf(house));
		await planChain(house, paperId);
		await house.done(releasePaper, house.steering, { paperId });
		const lines = toLines((await paperNow(paperId)).proposal!.doc);
		expect(lines).toMatch(/^Für die zukünftige strategische Ausrichtung .* bis 2035 .* Haushaltsplanungen ab 2026\./);
		expect(lines).toContain('### 1. Der Landkreis treibt die 6 Aktionsräume voran und setzt Impulse!');
		expect(lines).toContain('- Im Wettbewerb um Menschen bestehen');
		expect(lines).toContain('## Aktionsräume');
	});

	test('is written by the steering office only', async () => {
		for (const somebody of [house.member, house.facilitator])
			expect(await house.run(createPaper, somebody, paperOf(house))).toMatchObject(refusal('right.missing'));
	});

	test('of another organisation is not there', async () => {
		const { paperId } = await house.done(createPaper, house.steering, paperOf(house));
		const stranger = { ...house.steering, tenantId: newId() };
		for (const [command, input] of [
			[createPaper, paperOf(house)],
			[releasePaper, { paperId }],
			[givePaperNumber, { paperId, reference: '1' }]
		] as const)
			expect(await house.run(command as typeof releasePaper, stranger, input)).toMatchObject(
				refusal('thing.not-found')
			);
		const other = await database.db.transaction((tx) => importMitte(tx, new Date()));
		const [foreign] = await database.db.select().from(goalVersions).where(eq(goalVersions.tenantId, other.tenantId));
		expect(await house.run(createPaper, house.steering, paperOf(house, foreign!.id))).toMatchObject(
			refusal('thing.not-found')
		);
	});

	test('gets its number later and once', async () => {
		const { paperId } = await house.done(createPaper, house.steering, paperOf(house));
		const number = { paperId, reference: ' 87/2024 ' };
		expect((await house.run(givePaperNumber, house.steering, number)).ok).toBe(true);
		expect((await paperNow(paperId)).reference).toBe('87/2024');
		expect(await house.run(givePaperNumber, house.steering, number)).toMatchObject(refusal('paper.number-given'));
		const second = await house.done(createPaper, house.steering, paperOf(house));
		expect(await house.run(givePaperNumber, house.steering, { ...number, ...second })).toMatchObject(
			refusal('paper.number-taken')
		);
	});
});

describe('the Beratungsfolge', () => {
	test('keeps dates in order, the Kreisausschuss closed, and the decision with a body that decides', async () => {
		const { paperId } = await house.done(createPaper, house.steering, paperOf(house));
		const plan = async (key: string, more: object) =>
			house.run(planConsultation, house.steering, {
				paperId,
				bodyId: await bodyNamed(house, key),
				meetingDate: '2024-09-06',
				public: true,
				role: 'preparatory',
				...more
			});
		expect(await plan('kreisausschuss', {})).toMatchObject(refusal('consultation.never-public'));
		expect(await plan('aws', { role: 'deciding' })).toMatchObject(refusal('consultation.body-cannot-decide'));
		expect((await plan('aws', {})).ok).toBe(true);
		expect(await plan('kreistag', { meetingDate: '2024-09-05', role: 'deciding' })).toMatchObject(
			refusal('consultation.dates-descend')
		);
	});

	test('loses a stop only while the paper is a draft', async () => {
		const { paperId } = await house.done(createPaper, house.steering, paperOf(house));
		const stops = await planChain(house, paperId);
		await house.done(removeConsultation, house.steering, { consultationId: stops.aws });
		await house.done(releasePaper, house.steering, { paperId });
		expect((await paperNow(paperId)).stops.map(({ id }) => id)).toEqual([stops.kreisausschuss, stops.kreistag]);
		expect(await house.run(removeConsultation, house.steering, { consultationId: stops.kreisausschuss })).toMatchObject(
			refusal('paper.not-draft')
		);
	});
});

describe('the release', () => {
	test('waits until somebody decides in the chain', async () => {
		const { paperId } = await house.done(createPaper, house.steering, paperOf(house));
		const release = () => house.run(releasePaper, house.steering, { paperId });
		expect(await release()).toMatchObject(refusal('paper.incomplete', { count: 1 }));
		const stops = await planChain(house, paperId);
		await house.done(removeConsultation, house.steering, { consultationId: stops.kreistag });
		expect(await release()).toMatchObject(refusal('paper.incomplete', { count: 1 }));
		expect((await paperNow(paperId)).state).toBe('draft');
	});

	test('keeps the exact words and closes text and version for changes', async () => {
		const { paperId, textId } = await releasedPaper(house);
		const { state, proposal } = await paperNow(paperId);
		expect(state).toBe('released');
		expect(proposal).toMatchObject({ number: '1', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
		const [document] = await database.db
			.select()
			.from(documents)
			.where(eq(documents.name, `text:${textId}`));
		expect(document?.state).toBe('frozen');
		expect((await versionOf()).state).toBe('released');
		const [goal] = await listGoals(database.db, house.tenantId, house.versionId);
		const { lockVersion } = await versionOf();
		const edit = { versionId: house.versionId, itemId: goal!.itemId, leadOffice: 'Referat B', lockVersion };
		expect(await house.run(editGoal, house.steering, edit)).toMatchObject(refusal('version.not-draft'));
	});

	test('of a version with a wrong count needs a reason, which is kept', async () => {
		const { paperId } = await house.done(createPaper, house.steering, paperOf(house));
		await planChain(house, paperId);
		await dropGoal(house, 'aktionsraum');
		const release = (reason = '') => house.run(releasePaper, house.steering, { paperId, reason });
		expect(await release()).toMatchObject(refusal('version.incomplete', { count: 1 }));
		expect((await release('Ein Aktionsraum wird 2025 nachgereicht.')).ok).toBe(true);
		expect((await paperNow(paperId)).releaseReason).toBe('Ein Aktionsraum wird 2025 nachgereicht.');
	});

	test('of two papers with one version happens once', async () => {
		const second = await house.done(createPaper, house.steering, paperOf(house));
		await planChain(house, second.paperId);
		await releasedPaper(house);
		expect(await house.run(releasePaper, house.steering, second)).toMatchObject(
			refusal('version.move-impossible', { from: 'released' })
		);
	});
});

describe('outcomes', () => {
	test('a committee that agrees adopts nothing; the Kreistag does', async () => {
		const { paperId, stops } = await releasedPaper(house);
		expect((await record(stops.aws, 'adopted', { tally: { yes: 11, no: 0, abstain: 0 } })).ok).toBe(true);
		expect((await record(stops.kreisausschuss, 'rejected')).ok).toBe(true);
		expect((await versionOf()).state).toBe('released');
		expect(await paperNow(paperId)).toMatchObject({ state: 'in-consultation', at: { body: 'Kreistag' } });
		expect((await record(stops.kreistag, 'adopted', { tally: { yes: 31, no: 1, abstain: 2 } })).ok).toBe(true);
		expect(await versionOf()).toMatchObject({ state: 'adopted', adoptedBy: stops.kreistag });
		expect((await versionOf()).adoptedAt?.toISOString().slice(0, 10)).toBe('2024-09-18');
		expect(await paperNow(paperId)).toMatchObject({ state: 'decided', at: null });
	});

	test('come in the order of the chain, and each once', async () => {
		const { stops } = await releasedPaper(house);
		expect(await record(stops.kreistag, 'adopted')).toMatchObject(refusal('consultation.not-its-turn'));
		expect((await record(stops.aws, 'adopted')).ok).toBe(true);
		expect(await record(stops.aws, 'rejected')).toMatchObject(refusal('outcome.already-recorded'));
	});

	test('two clerks at once leave one outcome', async () => {
		const { stops } = await releasedPaper(house);
		const both = await Promise.all([record(stops.aws, 'adopted'), record(stops.aws, 'rejected')]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.find(({ ok }) => !ok)).toMatchObject(refusal('outcome.already-recorded'));
	});

	test('are not recorded on a draft', async () => {
		const { paperId } = await house.done(createPaper, house.steering, paperOf(house));
		const stops = await planChain(house, paperId);
		expect(await record(stops.aws, 'adopted')).toMatchObject(refusal('paper.not-released'));
	});

	test('"geändert" without the new words is refused, and with the old words too', async () => {
		const { paperId, stops } = await paperBeforeCouncil(house);
		const resultText = toLines((await paperNow(paperId)).proposal!.doc);
		expect(await record(stops.kreistag, 'amended')).toMatchObject(refusal('outcome.text-missing'));
		expect(await record(stops.kreistag, 'amended', { resultText })).toMatchObject(refusal('outcome.text-unchanged'));
		expect(await record(stops.kreistag, 'adopted', { resultText: `${resultText}\n\nNeu.` })).toMatchObject(
			refusal('outcome.text-changed')
		);
		expect((await versionOf()).state).toBe('released');
	});

	test('what the Kreistag resolves in other words is what the goal says from then on', async () => {
		const { paperId, stops } = await paperBeforeCouncil(house);
		const before = await listGoals(database.db, house.tenantId, house.versionId);
		const resultText = toLines((await paperNow(paperId)).proposal!.doc)
			.replace('moderner Dienstleister!', 'moderner und bürgernaher Dienstleister!')
			.replace('- Im Wettbewerb um Menschen bestehen\n', '');
		expect((await record(stops.kreistag, 'amended', { resultText })).ok).toBe(true);
		const after = await listGoals(database.db, house.tenantId, house.versionId);
		const texts = (goals: typeof after) => goals.map(({ number, text, points }) => ({ number, text, points }));
		const changed = texts(after).filter((goal, at) => JSON.stringify(goal) !== JSON.stringify(texts(before)[at]));
		expect(changed).toEqual([
			expect.objectContaining({
				number: '2',
				points: expect.not.arrayContaining(['Im Wettbewerb um Menschen bestehen'])
			}),
			expect.objectContaining({
				number: '3',
				text: 'Der Landkreis versteht sich als moderner und bürgernaher Dienstleister!'
			})
		]);
		const { result } = (await paperNow(paperId)).stops[2]!;
		expect(result).toMatchObject({ number: '2' });
		expect((await versionOf()).state).toBe('adopted');
	});

	test('words that a committee changed go before the next body', async () => {
		const { paperId, stops } = await releasedPaper(house);
		const resultText = `${toLines((await paperNow(paperId)).proposal!.doc)}\n\nDer Kreistag erhält jährlich einen Bericht.`;
		expect((await record(stops.aws, 'amended', { resultText })).ok).toBe(true);
		expect((await record(stops.kreisausschuss, 'adopted', { resultText })).ok).toBe(true);
		expect(await record(stops.kreistag, 'amended', { resultText })).toMatchObject(refusal('outcome.text-unchanged'));
	});

	test('a rejection by the Kreistag rejects the version', async () => {
		const { paperId, stops } = await paperBeforeCouncil(house);
		expect((await record(stops.kreistag, 'rejected')).ok).toBe(true);
		expect((await versionOf()).state).toBe('rejected');
		expect((await paperNow(paperId)).state).toBe('decided');
	});

	test('a paper that was put off comes back to a later sitting before it goes on', async () => {
		const { paperId, stops } = await releasedPaper(house);
		const again = { paperId, bodyId: await bodyNamed(house, 'aws'), meetingDate: '2024-08-29', public: true };
		const plan = () => house.run(planConsultation, house.steering, { ...again, role: 'preparatory' });
		expect(await plan()).toMatchObject(refusal('paper.not-draft'));
		expect((await record(stops.aws, 'deferred')).ok).toBe(true);
		const planned = await plan();
		expect(planned).toMatchObject({ ok: true, value: { position: 1 } });
		expect((await paperNow(paperId)).stops.map(({ meetingDate }) => meetingDate)).toEqual([
			'2024-08-22',
			'2024-08-29',
			'2024-09-06',
			'2024-09-18'
		]);
		expect(await record(stops.kreisausschuss, 'adopted')).toMatchObject(refusal('consultation.not-its-turn'));
	});

	test('a withdrawn paper ends, and its version may come again with another paper', async () => {
		const { paperId, stops } = await releasedPaper(house);
		expect((await record(stops.aws, 'withdrawn')).ok).toBe(true);
		expect((await paperNow(paperId)).state).toBe('withdrawn');
		expect(await record(stops.kreisausschuss, 'adopted')).toMatchObject(refusal('paper.not-released'));
		const { stops: next } = await paperBeforeCouncil(house);
		expect((await record(next.kreistag, 'adopted')).ok).toBe(true);
		expect((await versionOf()).state).toBe('adopted');
	});
});

describe('an adopted version', () => {
	test('makes way for the next one of the same time, and never are there two', async () => {
		const first = await paperBeforeCouncil(house);
		expect((await record(first.stops.kreistag, 'adopted')).ok).toBe(true);
		const nextId = await copyVersion(house);
		const second = await paperBeforeCouncil(house, nextId);
		expect((await record(second.stops.kreistag, 'adopted')).ok).toBe(true);
		expect((await versionOf()).state).toBe('superseded');
		expect((await versionOf(nextId)).state).toBe('adopted');
	});

	test('is one, also when two decisions for the same time arrive at once', async () => {
		const nextId = await copyVersion(house);
		const papers = [await paperBeforeCouncil(house), await paperBeforeCouncil(house, nextId)];
		const answers = await Promise.all(papers.map(({ stops }) => record(stops.kreistag, 'adopted')));
		for (const answer of answers)
			if (!answer.ok) expect(answer.problem).toEqual({ code: 'thing.changed-meanwhile', kind: 'goal-version' });
		const adopted = await database.db
			.select()
			.from(goalVersions)
			.where(and(eq(goalVersions.tenantId, house.tenantId), eq(goalVersions.state, 'adopted')));
		expect(adopted).toHaveLength(1);
	});

	test('never changes: no goal is edited in it and no paper proposes it again', async () => {
		const { stops } = await paperBeforeCouncil(house);
		await record(stops.kreistag, 'adopted');
		const [goal] = await listGoals(database.db, house.tenantId, house.versionId);
		const { lockVersion } = await versionOf();
		const edit = { versionId: house.versionId, itemId: goal!.itemId, horizonYear: 2040, lockVersion };
		const closed = refusal('version.not-draft', { state: 'adopted' });
		expect(await house.run(editGoal, house.steering, edit)).toMatchObject(closed);
		expect(await house.run(createPaper, house.steering, paperOf(house))).toMatchObject(closed);
	});
});
