import { describe, expect, test } from 'vitest';
import { agreeByRecord, agreeFromRound, reword, withdraw, type Agreement, type DecidedRound } from './agreement.ts';
import { candidateStates, mayMoveCandidate } from './candidate.ts';

const text = { textVersionId: 't1', sha256: 'hash-1' };
const round: DecidedRound = {
	id: 'r1',
	state: 'closed',
	method: 'dots',
	voteClass: 'working-decision',
	outcome: null,
	counts: { eligible: 14, cast: 13, recused: 1, byGroup: { politics: 6 } },
	options: [{ id: 'o1', text }]
};
const codeOf = (result: { ok: true } | { ok: false; problem: { code: string } }) =>
	result.ok ? 'ok' : result.problem.code;

describe('agreements', () => {
	test('an agreement rests on a closed round and carries who agreed and on what words', () => {
		expect(agreeFromRound(round, 'o1')).toEqual({
			ok: true,
			value: { method: 'dots', roundId: 'r1', optionId: 'o1', text, counts: round.counts, state: 'recorded' }
		});
		expect(codeOf(agreeFromRound({ ...round, state: 'open' }, 'o1'))).toBe('round.not-closed');
		expect(codeOf(agreeFromRound(round, 'o2'))).toBe('agreement.option-unknown');
	});

	test('a proposal that was not accepted is no agreement', () => {
		for (const outcome of ['rejected', 'open'] as const)
			expect(codeOf(agreeFromRound({ ...round, outcome }, 'o1'))).toBe('agreement.not-carried');
		expect(codeOf(agreeFromRound({ ...round, outcome: 'passed' }, 'o1'))).toBe('ok');
	});

	test('a Stimmungsbild is no agreement', () => {
		expect(codeOf(agreeFromRound({ ...round, voteClass: 'mood' }, 'o1'))).toBe('agreement.only-a-mood');
	});

	test('what was agreed by talking has no tally', () => {
		expect(agreeByRecord(text)).toMatchObject({ method: 'recorded', roundId: null, counts: null });
	});

	test('the small group finds the words, and the voted ones stay readable', () => {
		const agreement = agreeByRecord(text);
		const words = { textVersionId: 't2', sha256: 'hash-2' };
		expect(reword(agreement, words)).toEqual({
			ok: true,
			value: { worded: { ...agreement, text: words }, before: { ...agreement, state: 'superseded' } }
		});
	});

	test('what was promoted is not reworded or withdrawn any more', () => {
		const promoted: Agreement = { ...agreeByRecord(text), state: 'promoted' };
		expect(codeOf(reword(promoted, text))).toBe('agreement.not-current');
		expect(codeOf(withdraw(promoted))).toBe('agreement.not-current');
	});
});

test('nothing is promoted that was not agreed', () => {
	expect(candidateStates.filter((from) => mayMoveCandidate(from, 'promoted').ok)).toEqual(['agreed', 'promoted']);
	expect(mayMoveCandidate('parked', 'candidate').ok).toBe(true);
});
