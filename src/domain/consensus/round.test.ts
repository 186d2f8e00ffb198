import { describe, expect, test } from 'vitest';
import {
	admitLate,
	cancelRound,
	checkVote,
	closeRound,
	mayAskToVote,
	mayShowResult,
	openRound,
	type Round
} from './round.ts';

const prepared: Round = {
	state: 'prepared',
	method: 'dots',
	params: { dots: 2, maxPerOption: 1 },
	voteClass: 'working-decision',
	secrecy: 'secret',
	roundNo: 1,
	optionIds: ['natur', 'bildung'],
	electorate: []
};
const people = [
	{ id: 'anna', recused: false },
	{ id: 'ben', recused: true }
];
const open: Round = { ...prepared, state: 'open', electorate: people };
const closed: Round = { ...open, state: 'closed' };

const codeOf = (result: { ok: true } | { ok: false; problem: { code: string } }) =>
	result.ok ? 'ok' : result.problem.code;

describe('a decision round', () => {
	test('it opens for the people present, and from then on for nobody else', () => {
		expect(openRound(prepared, people)).toEqual({ ok: true, value: open });
		expect(codeOf(openRound(open, [...people, { id: 'late', recused: false }]))).toBe('round.not-prepared');
		expect(codeOf(checkVote(open, 'late', {}))).toBe('round.not-in-electorate');
	});

	test('who came later asks, and is admitted to an open round alone', () => {
		expect(mayAskToVote(open, 'late')).toEqual({ ok: true });
		expect(codeOf(mayAskToVote(open, 'anna'))).toBe('round.in-electorate');
		expect(codeOf(mayAskToVote(closed, 'late'))).toBe('round.not-open');
		const admitted = admitLate(open, 'late');
		expect(admitted.ok && codeOf(checkVote(admitted.value, 'late', { natur: 1 }))).toBe('ok');
		expect(admitted.ok && codeOf(admitLate(admitted.value, 'late'))).toBe('round.in-electorate');
		expect(codeOf(admitLate(closed, 'late'))).toBe('round.not-open');
	});

	test('it does not open without options, without voters, or as a formal resolution', () => {
		expect(codeOf(openRound({ ...prepared, optionIds: [] }, people))).toBe('round.no-options');
		expect(codeOf(openRound(prepared, [{ id: 'ben', recused: true }]))).toBe('round.no-voters');
		expect(codeOf(openRound({ ...prepared, voteClass: 'recorded-resolution' }, people))).toBe(
			'round.formal-only-recorded'
		);
		expect(codeOf(openRound({ ...prepared, method: 'recorded', params: {} }, people))).toBe('round.takes-no-ballots');
		expect(codeOf(openRound({ ...prepared, params: { dots: 0 } }, people))).toBe('round.params-invalid');
	});

	test('an answer counts only while the round is open, and never from somebody who is recused', () => {
		expect(checkVote(open, 'anna', { natur: 1, bildung: 0 })).toEqual({ ok: true, value: { natur: 1 } });
		expect(codeOf(checkVote(open, 'ben', { natur: 1 }))).toBe('round.recused');
		for (const state of ['prepared', 'closed', 'cancelled'] as const)
			expect(codeOf(checkVote({ ...open, state }, 'anna', { natur: 1 }))).toBe('round.not-open');
	});

	test('the result counts who was eligible, who voted and who was recused', () => {
		const answer = closeRound(open, [{ natur: 1 }]);
		expect(answer.ok && answer.value.round.state).toBe('closed');
		expect(answer.ok && answer.value.result).toEqual({
			method: 'dots',
			methodVersion: 1,
			tally: {
				total: { natur: 1, bildung: 0 },
				voters: { natur: 1, bildung: 0 },
				rank: { natur: 1, bildung: 2 },
				unused: 1
			},
			eligible: 2,
			cast: 1,
			recused: 1
		});
	});

	test('what has closed stays as it is: it cannot be closed again, opened again or cancelled', () => {
		expect(codeOf(closeRound(closed, []))).toBe('round.not-open');
		expect(codeOf(openRound(closed, people))).toBe('round.not-prepared');
		expect(codeOf(cancelRound(closed, 'Irrtum'))).toBe('round.not-open');
	});

	test('giving up a round needs a reason', () => {
		expect(codeOf(cancelRound(open, '  '))).toBe('round.reason-missing');
		expect(cancelRound(open, 'falsche Frage')).toEqual({ ok: true, value: { ...open, state: 'cancelled' } });
	});

	test('nothing is shown before the close', () => {
		expect([prepared, open, closed, { ...open, state: 'cancelled' as const }].map(mayShowResult)).toEqual([
			false,
			false,
			true,
			false
		]);
	});
});
