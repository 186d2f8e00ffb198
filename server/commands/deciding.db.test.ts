import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDecidingHall, type DecidingHall } from '../../tests/support/deciding.ts';
import type { House } from '../../tests/support/house.ts';
import { openLiveHouse } from '../../tests/support/live-house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { results, roundOptions, rounds } from '../db/schema/consensus.ts';
import type { LiveSessions } from '../live/live-sessions.ts';
import { addArgument } from './add-argument.ts';
import { cancelRound } from './cancel-round.ts';
import { openRound } from './open-round.ts';
import { recordAgreement } from './record-agreement.ts';
import { recuseVoter } from './recuse-voter.ts';

let database: OpenDatabase;
let house: House;
let live: LiveSessions;
let hall: DecidingHall;
let close: () => Promise<void>;
beforeAll(async () => void ({ database, house, live, close } = await openLiveHouse()));
afterAll(() => close());
beforeEach(async () => void (hall = await openDecidingHall(house, 5)));

const proposals = ['Buslinie', 'Radweg', 'Carsharing'];
const yesNo = { proposals: ['Der Ausschuss tagt digital.'], method: 'majority' };
const stateOf = (view: 'lead' | 'participant' | 'projector') => live.stateFor(house.tenantId, hall.sessionId, view);
const code = (result: Awaited<ReturnType<House['run']>>) => (result.ok ? 'ok' : result.problem.code);
const resultOf = async (roundId: string) =>
	(await stateOf('participant')).rounds.find(({ id }) => id === roundId)!.result!;

describe('ways to decide', () => {
	test('resistance: leaving everything as it is stands beside the proposals, and an incomplete answer is refused', async () => {
		const { roundId, options } = await hall.opens({
			proposals,
			method: 'resistance',
			passiveLabel: 'Nichts zusätzlich'
		});
		const round = (await stateOf('participant')).rounds[0]!;
		expect(round.options.map(({ label, passive }) => [label, passive])).toEqual([
			['Buslinie', false],
			['Radweg', false],
			['Carsharing', false],
			['Nichts zusätzlich', true]
		]);
		const [bus, bike, car, none] = options as [string, string, string, string];
		expect(code(await hall.votes(hall.voters[0]!, roundId, { [bus]: 3, [bike]: 0, [car]: 9 }))).toBe(
			'ballot.incomplete'
		);
		for (const voter of hall.voters)
			expect(code(await hall.votes(voter, roundId, { [bus]: 2, [bike]: 1, [car]: 9, [none]: 8 }))).toBe('ok');
		await hall.closes(roundId);
		expect((await resultOf(roundId)).tally).toMatchObject({ rank: { [bike]: 1, [bus]: 2, [none]: 3, [car]: 4 } });
	});

	test('majority: a tie is rejected, and what was rejected cannot be put on record', async () => {
		const { roundId, options } = await hall.opens(yesNo);
		const said = ['yes', 'yes', 'no', 'no', 'abstain'];
		for (const [at, voter] of hall.voters.entries()) await hall.votes(voter, roundId, { vote: said[at] });
		await hall.closes(roundId);
		expect(await resultOf(roundId)).toMatchObject({
			outcome: 'rejected',
			tally: { yes: 2, no: 2, abstain: 1, base: 4 }
		});
		const asked = { roundId, optionId: options[0]! };
		expect(code(await house.run(recordAgreement, house.facilitator, asked))).toBe('agreement.not-carried');
	});

	test('consent: an objection leads to a new wording and a next round, in which everybody answers anew', async () => {
		const first = await hall.opens({ proposals: ['Wir liefern bis März.'], method: 'consent' });
		const objection = { stance: 'objection', reason: 'März ist zu früh.' };
		for (const [at, voter] of hall.voters.entries())
			await hall.votes(voter, first.roundId, at === 0 ? objection : { stance: 'consent' });
		await hall.closes(first.roundId);
		expect(await resultOf(first.roundId)).toMatchObject({
			outcome: 'rejected',
			tally: { objections: ['März ist zu früh.'] }
		});
		const second = await hall.opens({
			proposals: ['Wir liefern bis Mai.'],
			method: 'consent',
			previousRoundId: first.roundId
		});
		for (const voter of hall.voters) await hall.votes(voter, second.roundId, { stance: 'consent' });
		await hall.closes(second.roundId);
		expect(await resultOf(second.roundId)).toMatchObject({ outcome: 'passed' });
		const asked = { roundId: second.roundId, optionId: second.options[0]! };
		await house.done(recordAgreement, house.facilitator, asked);
		const { rounds: shown, agreements } = await stateOf('participant');
		expect(shown.map(({ roundNo, previousRoundId }) => [roundNo, previousRoundId])).toEqual([
			[1, null],
			[2, first.roundId]
		]);
		expect(agreements.map(({ text }) => text)).toEqual(['Wir liefern bis Mai.']);
	});

	test('hands: the chair brings the numbers, phones cannot vote, and more hands than people are refused', async () => {
		const { roundId } = await hall.opens({ ...yesNo, method: 'hand' });
		expect(code(await hall.votes(hall.voters[0]!, roundId, { vote: 'yes' }))).toBe('round.takes-no-ballots');
		expect(code(await hall.closes(roundId, { yes: 5, no: 1, abstain: 0 }))).toBe('ballot.more-hands-than-people');
		expect(code(await hall.closes(roundId))).toBe('ballot.malformed');
		expect(code(await hall.closes(roundId, { yes: 3, no: 1, abstain: 1 }))).toBe('ok');
		expect(await resultOf(roundId)).toMatchObject({ outcome: 'passed', byGroup: null });
	});

	test('a method takes as many proposals as it can compare', async () => {
		const asked = { sessionId: hall.sessionId, question: 'Wie weiter?' };
		const tries = (input: object) => house.run(openRound, house.facilitator, { ...asked, ...input });
		expect(code(await tries({ ...yesNo, proposals }))).toBe('round.too-many-options');
		expect(code(await tries({ method: 'pairwise', proposals: ['A'] }))).toBe('round.too-few-options');
		expect(code(await tries({ method: 'dots' }))).toBe('round.no-options');
		expect(code(await tries({ method: 'roulette', proposals }))).toBe('round.method-unknown');
		expect(code(await tries({ proposals, params: { dots: 0, maxPerOption: 1 } }))).toBe('round.params-invalid');
		expect(code(await tries({ proposals, quorum: 6 }))).toBe('round.quorum-invalid');
	});
});

describe('the rules of a round', () => {
	test('nothing of it changes once it is closed, and a correction is a new round (I10)', async () => {
		const { roundId, options } = await hall.opens({ proposals });
		await hall.votes(hall.voters[0]!, roundId, { [options[0]!]: 1 });
		await hall.closes(roundId);
		const of = <Row>(rows: Row[]) => JSON.stringify(rows);
		const kept = async () =>
			of([
				await database.db.select().from(rounds).where(eq(rounds.id, roundId)),
				await database.db.select().from(roundOptions).where(eq(roundOptions.roundId, roundId)),
				await database.db.select().from(results).where(eq(results.roundId, roundId))
			]);
		const before = await kept();
		expect(code(await hall.votes(hall.voters[1]!, roundId, { [options[1]!]: 1 }))).toBe('round.not-open');
		expect(code(await hall.closes(roundId))).toBe('round.not-open');
		expect(code(await house.run(cancelRound, house.facilitator, { roundId, reason: 'Irrtum' }))).toBe('round.not-open');
		expect(code(await house.run(recuseVoter, hall.voters[2]!.actor, { roundId }))).toBe('round.not-open');
		expect(await kept()).toBe(before);
	});

	test('whoever is biased does not vote; she says so herself, or the facilitator does', async () => {
		const { roundId } = await hall.opens(yesNo);
		const [anna, ben, cora] = hall.voters;
		await house.done(recuseVoter, anna!.actor, { roundId });
		await house.done(recuseVoter, house.facilitator, { roundId, participantId: ben!.participantId });
		const others = { roundId, participantId: cora!.participantId };
		expect(code(await house.run(recuseVoter, anna!.actor, others))).toBe('right.missing');
		for (const voter of [anna!, ben!])
			expect(code(await hall.votes(voter, roundId, { vote: 'yes' }))).toBe('round.recused');
		await hall.votes(cora!, roundId, { vote: 'yes' });
		expect(code(await house.run(recuseVoter, cora!.actor, { roundId }))).toBe('round.has-voted');
		expect((await stateOf('participant')).rounds[0]).toMatchObject({ eligible: 3, recused: 2, cast: 1 });
	});

	test('a round that was given up has a reason and no result, and nothing of its ballots is left', async () => {
		const { roundId } = await hall.opens(yesNo);
		await hall.votes(hall.voters[0]!, roundId, { vote: 'yes' });
		expect(code(await house.run(cancelRound, house.facilitator, { roundId, reason: ' ' }))).toBe(
			'round.reason-missing'
		);
		await house.done(cancelRound, house.facilitator, { roundId, reason: 'Die Frage war falsch gestellt' });
		const round = (await stateOf('participant')).rounds[0]!;
		expect(round).toMatchObject({ state: 'cancelled', cancelReason: 'Die Frage war falsch gestellt', result: null });
		expect(code(await hall.votes(hall.voters[1]!, roundId, { vote: 'yes' }))).toBe('round.not-open');
	});

	test('arguments are read after the close, without their authors, and a secret vote takes none', async () => {
		const { roundId, options } = await hall.opens({ proposals });
		const argument = { roundId, optionId: options[0]!, kind: 'contra', text: 'Der Bus ist zu teuer.' };
		await house.done(addArgument, hall.voters[0]!.actor, argument);
		expect(JSON.stringify(await stateOf('lead'))).not.toContain('zu teuer');
		const stranger = await hall.comes();
		expect(code(await house.run(addArgument, stranger.actor, argument))).toBe('round.not-in-electorate');
		await hall.closes(roundId);
		expect((await stateOf('participant')).rounds[0]?.arguments).toEqual([
			{ optionId: options[0], kind: 'contra', text: 'Der Bus ist zu teuer.' }
		]);
		const secret = await hall.opens({ proposals, secrecy: 'secret' });
		const same = { ...argument, roundId: secret.roundId, optionId: secret.options[0] };
		expect(code(await house.run(addArgument, hall.voters[0]!.actor, same))).toBe('round.secret-without-arguments');
	});

	test('results by group are kept only where nothing about a few people can be computed from them (I12)', async () => {
		for (let at = 0; at < 5; at++) hall.voters.push(await hall.comes('administration'));
		const large = await hall.opens(yesNo);
		for (const voter of hall.voters) await hall.votes(voter, large.roundId, { vote: 'yes' });
		await hall.closes(large.roundId);
		expect(Object.keys((await resultOf(large.roundId)).byGroup!).sort()).toEqual(['administration', 'politics']);
		hall.voters.push(await hall.comes('business'));
		const differing = await hall.opens(yesNo);
		for (const voter of hall.voters) await hall.votes(voter, differing.roundId, { vote: 'no' });
		await hall.closes(differing.roundId);
		// One business vote would be the whole without the two large groups, so only one of these is shown.
		expect(Object.keys((await resultOf(differing.roundId)).byGroup!)).toEqual(['administration']);
	});
});
