import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { holdWorkshop, type ClosedRound, type House, type TestActor } from '../../tests/support/house.ts';
import { comeIn, openLiveHouse } from '../../tests/support/live-house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findVoter } from '../db/repositories/rounds.ts';
import { listVoteRequests } from '../db/repositories/vote-requests.ts';
import { roundVoters } from '../db/schema/consensus.ts';
import type { LiveSessions } from '../live/live-sessions.ts';
import { askToVote } from './ask-to-vote.ts';
import { castBallot } from './cast-ballot.ts';
import { closeRound } from './close-round.ts';
import { decideVoteRequest } from './decide-vote-request.ts';

let database: OpenDatabase;
let house: House;
let live: LiveSessions;
let workshop: ClosedRound;
let late: { guest: TestActor; participantId: string };

let close: () => Promise<void>;
beforeAll(async () => void ({ database, house, live, close } = await openLiveHouse()));
afterAll(() => close());
beforeEach(async () => {
	workshop = await holdWorkshop(house, ['Mehr Radwege', 'Lesepaten'], { close: false });
	late = await comes('Dora');
});

const comes = (name: string) => comeIn(house, workshop.sessionId, name);
const asks = ({ guest } = late) => house.run(askToVote, guest, { roundId: workshop.roundId });
const decides = (admit: boolean, by = house.facilitator, { participantId } = late) =>
	house.run(decideVoteRequest, by, { roundId: workshop.roundId, participantId, admit });
const votes = ({ guest } = late) =>
	house.run(castBallot, guest, { roundId: workshop.roundId, ballot: { [workshop.options[0]!.id]: 1 } });
const requests = () => listVoteRequests(database.db, house.tenantId, workshop.sessionId);

test('who comes after the vote has opened votes only when the facilitator has admitted her', async () => {
	expect(await votes()).toMatchObject({ problem: { code: 'round.not-in-electorate' } });
	expect(await asks()).toMatchObject({ ok: true });
	expect(await asks()).toMatchObject({ ok: true });
	expect(await votes()).toMatchObject({ problem: { code: 'round.not-in-electorate' } });
	expect(await decides(true, late.guest)).toMatchObject({ problem: { code: 'right.missing' } });
	expect(await decides(true)).toMatchObject({ ok: true });
	expect(await votes()).toMatchObject({ ok: true });
	const state = await live.stateFor(house.tenantId, workshop.sessionId, 'participant');
	expect(state.rounds[0]).toMatchObject({ eligible: 3, cast: 3 });
	expect(state.voteRequests).toEqual([
		{ roundId: workshop.roundId, participantId: late.participantId, state: 'admitted' }
	]);
	expect(JSON.stringify(state)).not.toMatch(/\bDora\b/);
});

test('when and by whom she was admitted is on record', async () => {
	await asks();
	await decides(true);
	const [request] = await requests();
	expect(request).toMatchObject({ name: 'Dora', state: 'admitted', decidedBy: house.facilitator.personId });
	const voters = (await database.db.select().from(roundVoters)).filter(({ roundId }) => roundId === workshop.roundId);
	expect(voters.filter(({ admittedLateAt }) => admittedLateAt !== null)).toEqual([
		expect.objectContaining({ participantId: late.participantId, admittedBy: house.facilitator.personId })
	]);
});

test('who may only watch does not vote; the facilitator may change her mind, an admission stays', async () => {
	await asks();
	expect(await decides(false)).toMatchObject({ ok: true });
	expect(await asks()).toMatchObject({ ok: true });
	expect((await requests()).map(({ state }) => state)).toEqual(['declined']);
	expect(await votes()).toMatchObject({ ok: false });
	expect(await decides(true)).toMatchObject({ ok: true });
	expect(await decides(false)).toMatchObject({ problem: { code: 'round.in-electorate' } });
	expect(await findVoter(database.db, house.tenantId, workshop.roundId, late.participantId)).not.toBe(null);
});

test('nobody is admitted who has not asked, and nobody after the close', async () => {
	expect(await decides(true)).toMatchObject({ problem: { code: 'round.not-asked' } });
	expect(await findVoter(database.db, house.tenantId, workshop.roundId, late.participantId)).toBe(null);
	await asks();
	await house.done(closeRound, house.facilitator, { roundId: workshop.roundId });
	expect(await decides(true)).toMatchObject({ problem: { code: 'round.not-open' } });
	expect(await asks(await comes('Emil'))).toMatchObject({ problem: { code: 'round.not-open' } });
	expect((await live.stateFor(house.tenantId, workshop.sessionId, 'lead')).voteRequests).toEqual([]);
});
