import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDecidingHall, type DecidingHall } from '../../tests/support/deciding.ts';
import type { House } from '../../tests/support/house.ts';
import { openLiveHouse } from '../../tests/support/live-house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { auditEvents } from '../db/schema/audit.ts';
import { ballots, results, roundVoters } from '../db/schema/consensus.ts';
import { commandReceipts } from '../db/schema/processes.ts';
import type { LiveSessions } from '../live/live-sessions.ts';

let database: OpenDatabase;
let house: House;
let live: LiveSessions;
let hall: DecidingHall;
let round: { roundId: string; options: string[] };
let close: () => Promise<void>;
beforeAll(async () => void ({ database, house, live, close } = await openLiveHouse()));
afterAll(() => close());
beforeEach(async () => {
	hall = await openDecidingHall(house, 6);
	round = await hall.opens({ proposals: ['Buslinie', 'Radweg'], method: 'points', secrecy: 'secret' });
});

const code = (result: Awaited<ReturnType<House['run']>>) => (result.ok ? 'ok' : result.problem.code);
const points = (bus: number, bike = 0) => ({ [round.options[0]!]: bus, [round.options[1]!]: bike });
const votes = (at: number, bus: number, token?: string) =>
	hall.votes(hall.voters[at]!, round.roundId, points(bus), token);

describe('a secret vote', () => {
	test('can be changed by the browser that cast it, and by no other', async () => {
		expect(code(await votes(0, 10))).toBe('ok');
		expect(code(await votes(0, 20))).toBe('ok');
		expect(code(await votes(0, 30, 'the-secret-of-another-device'))).toBe('round.other-device');
		await hall.closes(round.roundId);
		const [result] = await database.db.select().from(results).where(eq(results.roundId, round.roundId));
		expect(result).toMatchObject({ cast: 1, tally: { total: { [round.options[0]!]: 20 } } });
	});

	test('the secret of somebody else opens nothing: her answer stays, and one’s own is not counted', async () => {
		await votes(0, 10);
		expect(code(await votes(1, 50, hall.voters[0]!.token))).toBe('round.other-device');
		await votes(1, 5);
		await hall.closes(round.roundId);
		const [result] = await database.db.select().from(results).where(eq(results.roundId, round.roundId));
		expect(result?.papers).toEqual([{ [round.options[0]!]: 10 }, { [round.options[0]!]: 5 }]);
	});

	test('after the close no row of the database leads from a person to an answer, in whatever order they came (I12)', async () => {
		const given = [40, 10, 50, 20, 30, 15];
		for (const [at, bus] of given.entries()) await votes(at, bus);
		await votes(2, 45);
		await hall.closes(round.roundId);
		expect(await database.db.select().from(ballots).where(eq(ballots.roundId, round.roundId))).toEqual([]);
		const voters = await database.db.select().from(roundVoters).where(eq(roundVoters.roundId, round.roundId));
		expect(voters.every(({ voted }) => voted)).toBe(true);
		const [result] = await database.db.select().from(results).where(eq(results.roundId, round.roundId));
		expect(result?.byGroup).toBe(null);
		const papers = result!.papers!.map((paper) => Object.values(paper as object)[0] as number);
		expect(papers.map(String)).toEqual([...papers.map(String)].sort());
		expect([...papers].sort()).toEqual([10, 15, 20, 30, 40, 45]);
		// Whatever tells of a person, of a moment or of a secret: none of it knows an answer.
		const audit = await database.db.select().from(auditEvents).where(eq(auditEvents.tenantId, house.tenantId));
		const receipts = await database.db.select().from(commandReceipts);
		const told = JSON.stringify([audit, receipts, voters]);
		for (const { token } of hall.voters) expect(told).not.toContain(token);
		for (const option of round.options) expect(told).not.toContain(option);
	});

	test('while it is open nobody is told anything but how many have voted (I11)', async () => {
		await votes(0, 40);
		await votes(1, 13);
		for (const view of ['lead', 'participant', 'projector'] as const) {
			const { rounds } = await live.stateFor(house.tenantId, hall.sessionId, view);
			expect(rounds[0]).toMatchObject({ cast: 2, eligible: 6, result: null });
			expect(JSON.stringify(rounds)).not.toMatch(/\b(40|13|53)\b/);
		}
	});

	test('without a secret of the browser nothing is taken', async () => {
		expect(code(await votes(0, 10, ''))).toBe('input.invalid');
	});
});

describe.each(['group', 'secret'] as const)('many answers at once in a vote that is %s', (secrecy) => {
	test('every accepted answer is counted once, and none after the close (I09)', async () => {
		const crowd = await openDecidingHall(house, 20);
		const { roundId, options } = await crowd.opens({ proposals: ['A', 'B'], method: 'dots', secrecy });
		const submits = Array.from({ length: 200 }, (_, at) => async () => {
			const voter = crowd.voters[at % 20]!;
			// Some send again, some change their minds, some come from a second device.
			const token = at % 7 === 0 ? `another-device-${at}-of-her` : voter.token;
			const ballot = { [options[at % 2]!]: 1 };
			return { at, result: await crowd.votes(voter, roundId, ballot, token) };
		});
		const closing = (async () => {
			await new Promise((resolve) => setTimeout(resolve, 150));
			return crowd.closes(roundId);
		})();
		const answers = await Promise.all(submits.map((submit) => submit()));
		expect(code(await closing)).toBe('ok');
		const accepted = new Set(answers.filter(({ result }) => result.ok).map(({ at }) => at % 20));
		const refused = new Set(answers.flatMap(({ result }) => (result.ok ? [] : [result.problem.code])));
		const [result] = await database.db.select().from(results).where(eq(results.roundId, roundId));
		expect(result?.cast).toBe(accepted.size);
		const { total } = result!.tally as { total: Record<string, number> };
		expect(Object.values(total).reduce((sum, one) => sum + one, 0)).toBe(accepted.size);
		const voters = await database.db.select().from(roundVoters).where(eq(roundVoters.roundId, roundId));
		expect(voters.filter(({ voted }) => voted)).toHaveLength(accepted.size);
		for (const reason of refused) expect(['round.not-open', 'round.other-device']).toContain(reason);
	});
});
