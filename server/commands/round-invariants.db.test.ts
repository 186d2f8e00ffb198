import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDecidingHall, type DecidingHall, type Voter } from '../../tests/support/deciding.ts';
import type { House } from '../../tests/support/house.ts';
import { openLiveHouse } from '../../tests/support/live-house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { ballots, results, roundOptions, rounds, roundVoters } from '../db/schema/consensus.ts';
import type { LiveSessions } from '../live/live-sessions.ts';
import { addArgument } from './add-argument.ts';
import { askToVote } from './ask-to-vote.ts';
import { cancelRound } from './cancel-round.ts';
import { decideVoteRequest } from './decide-vote-request.ts';
import { recordAgreement } from './record-agreement.ts';
import { recuseVoter } from './recuse-voter.ts';

// The invariants of deciding, tried by everybody who might want to break them, past every screen.

let database: OpenDatabase;
let house: House;
let live: LiveSessions;
let hall: DecidingHall;
let close: () => Promise<void>;
beforeAll(async () => void ({ database, house, live, close } = await openLiveHouse()));
afterAll(() => close());
beforeEach(async () => void (hall = await openDecidingHall(house, 5)));

const proposals = ['Buslinie', 'Radweg'];
const code = (result: Awaited<ReturnType<House['run']>>) => (result.ok ? 'ok' : result.problem.code);
const rowsOf = (roundId: string) => database.db.select().from(ballots).where(eq(ballots.roundId, roundId));

test.each(['open', 'group', 'secret'])(
	'only who stands in the electorate of an open %s round and is not biased has a ballot (I09)',
	async (secrecy) => {
		const { roundId, options } = await hall.opens({ proposals, secrecy });
		const ballot = { [options[0]!]: 1 };
		const late = await hall.comes();
		const elsewhere = await openDecidingHall(house, 1);
		const [, biased] = hall.voters as [Voter, Voter];
		await house.done(recuseVoter, biased.actor, { roundId });
		const lead: Voter = { ...biased, actor: house.facilitator, token: 'secret-of-the-facilitator' };
		const tried = [late, elsewhere.voters[0]!, biased, lead, { ...biased, actor: house.member }];
		for (const voter of tried) expect(code(await hall.votes(voter, roundId, ballot))).not.toBe('ok');
		expect(await rowsOf(roundId)).toEqual([]);
		expect(code(await hall.votes(hall.voters[0]!, roundId, ballot))).toBe('ok');
		await hall.closes(roundId);
		for (const voter of hall.voters) expect(code(await hall.votes(voter, roundId, ballot))).toBe('round.not-open');
		expect(await rowsOf(roundId)).toHaveLength(secrecy === 'secret' ? 0 : 1);
	}
);

test('a closed round stays as it is, whatever command is tried on it (I10)', async () => {
	const { roundId, options } = await hall.opens({ proposals });
	await hall.votes(hall.voters[0]!, roundId, { [options[0]!]: 1 });
	const late = await hall.comes();
	await house.done(askToVote, late.actor, { roundId });
	await hall.closes(roundId);
	const tables = [rounds, roundOptions, roundVoters, results, ballots] as const;
	const kept = () =>
		Promise.all(
			tables.map((table) =>
				database.db
					.select()
					.from(table)
					.where(eq('roundId' in table ? table.roundId : table.id, roundId))
			)
		);
	const before = await kept();
	const { facilitator, run } = house;
	const [ada] = hall.voters as [Voter];
	const tried = await Promise.all([
		hall.closes(roundId),
		hall.votes(ada, roundId, { [options[1]!]: 1 }),
		run(cancelRound, facilitator, { roundId, reason: 'Irrtum' }),
		run(recuseVoter, ada.actor, { roundId }),
		run(addArgument, ada.actor, { roundId, optionId: options[0]!, kind: 'pro', text: 'Zu spät.' }),
		run(decideVoteRequest, facilitator, { roundId, participantId: late.participantId, admit: true })
	] as ReturnType<House['run']>[]);
	expect(tried.map(({ ok }) => ok)).toEqual(tried.map(() => false));
	expect(await kept()).toEqual(before);
});

test.each(['open', 'group', 'secret'])(
	'while a %s round is open no state holds an answer or a tally (I11)',
	async (secrecy) => {
		const { roundId, options } = await hall.opens({ proposals, method: 'points', secrecy });
		const ballot = { [options[0]!]: 23, [options[1]!]: 17 };
		expect(code(await hall.votes(hall.voters[0]!, roundId, ballot))).toBe('ok');
		for (const view of ['lead', 'participant', 'projector'] as const) {
			const state = await live.stateFor(house.tenantId, hall.sessionId, view);
			const { rounds: shown } = state;
			expect(shown[0]).toMatchObject({ cast: 1, eligible: 5, result: null });
			expect(JSON.stringify(shown)).not.toMatch(/\b(23|17|40)\b/);
		}
	}
);

test('consent passes only with an answer of everybody who was there, and without an objection (I13)', async () => {
	const outcome = async (answers: readonly object[]) => {
		const { roundId, options } = await hall.opens({ proposals: ['Wir liefern bis März.'], method: 'consent' });
		for (const [at, answer] of answers.entries()) await hall.votes(hall.voters[at]!, roundId, answer);
		await hall.closes(roundId);
		const recorded = await house.run(recordAgreement, house.facilitator, { roundId, optionId: options[0]! });
		const { rounds: shown } = await live.stateFor(house.tenantId, hall.sessionId, 'participant');
		return [shown.find(({ id }) => id === roundId)?.result?.outcome, recorded.ok];
	};
	const yes = { stance: 'consent' };
	const worry = { stance: 'concern', reason: 'Das wird knapp.' };
	expect(await outcome([yes, yes, yes, yes])).toEqual(['open', false]);
	expect(await outcome([yes, yes, yes, yes, { stance: 'objection', reason: 'Zu früh.' }])).toEqual(['rejected', false]);
	expect(await outcome([])).toEqual(['open', false]);
	expect(await outcome([yes, yes, worry, yes, yes])).toEqual(['passed', true]);
});
