import { describe, expect, test } from 'vitest';
import type { RoundView, VoteRequestView } from '#protocol/session-state.ts';
import { OwnVote } from './own-vote.svelte.ts';

const round = (id: string, state: RoundView['state'] = 'open') => ({ id, state }) as RoundView;

describe('a person’s own vote', () => {
	test('a round that opens is unknown until the server has said whether she may vote', () => {
		const vote = new OwnVote(() => ({ rounds: [round('r1')], voteRequests: [] }), 'anna', null);
		expect([vote.unknown, vote.awaited]).toEqual([true, false]);
		vote.loaded({ roundId: 'r1', eligible: true, recused: false, voted: false, cast: null });
		expect([vote.unknown, vote.awaited]).toEqual([false, true]);
	});

	test('whoever came after the opening watches and is not asked', () => {
		const vote = new OwnVote(() => ({ rounds: [round('r1')], voteRequests: [] }), 'anna', {
			roundId: 'r1',
			eligible: false,
			recused: false,
			voted: false,
			cast: null
		});
		expect([vote.eligible, vote.awaited]).toEqual([false, false]);
	});

	test('whoever came later and was admitted is asked as everybody else, and nobody else is', () => {
		const requests: VoteRequestView[] = [{ roundId: 'r1', participantId: 'anna', state: 'asked' }];
		const state = () => ({ rounds: [round('r1')], voteRequests: requests });
		const known = { roundId: 'r1', eligible: false, recused: false, voted: false, cast: null };
		const asked = new OwnVote(state, 'anna', known);
		expect([asked.request, asked.eligible]).toEqual(['asked', false]);
		requests[0]!.state = 'admitted';
		const [anna, ben] = [new OwnVote(state, 'anna', known), new OwnVote(state, 'ben', known)];
		expect([anna.eligible, anna.awaited]).toEqual([true, true]);
		expect([ben.request, ben.eligible]).toEqual([null, false]);
	});

	test('a counted ballot is the own one and no longer awaited', () => {
		const vote = new OwnVote(() => ({ rounds: [round('r1')], voteRequests: [] }), 'anna', {
			roundId: 'r1',
			eligible: true,
			recused: false,
			voted: false,
			cast: null
		});
		vote.counted({ a: 1 });
		expect(vote.cast).toEqual({ a: 1 });
		expect(vote.awaited).toBe(false);
	});

	test('what was cast in an earlier round says nothing about the next one', () => {
		const rounds = [round('r1')];
		const vote = new OwnVote(() => ({ rounds, voteRequests: [] }), 'anna', {
			roundId: 'r1',
			eligible: true,
			recused: false,
			voted: true,
			cast: { a: 1 }
		});
		rounds.splice(0, 1, round('r1', 'closed'), round('r2'));
		expect(vote.cast).toBe(null);
		expect(vote.unknown).toBe(true);
	});

	test('in a secret round the server knows that she has voted and not what', () => {
		const vote = new OwnVote(() => ({ rounds: [round('r1')], voteRequests: [] }), 'anna', {
			roundId: 'r1',
			eligible: true,
			recused: false,
			voted: true,
			cast: null
		});
		expect([vote.awaited, vote.voted, vote.cast]).toEqual([false, true, null]);
	});

	test('whoever says that she is biased is asked no longer', () => {
		const known = { roundId: 'r1', eligible: true, recused: false, voted: false, cast: null };
		const vote = new OwnVote(() => ({ rounds: [round('r1')], voteRequests: [] }), 'anna', known);
		vote.stoodBack();
		expect([vote.recused, vote.eligible, vote.awaited]).toEqual([true, false, false]);
	});

	test('without an open round nothing is awaited', () => {
		const vote = new OwnVote(() => ({ rounds: [round('r1', 'closed')], voteRequests: [] }), 'anna', null);
		expect([vote.round, vote.unknown, vote.awaited]).toEqual([null, false, false]);
	});
});
