import { describe, expect, test } from 'vitest';
import {
	admitLate,
	cancelRound,
	checkVote,
	mayAskToVote,
	mayShowNames,
	mayShowResult,
	openRound,
	recuse,
	type Round
} from './round.ts';
import { closeRound } from './round-result.ts';

const prepared: Round = {
	state: 'prepared',
	method: 'dots',
	params: { dots: 2, maxPerOption: 1 },
	voteClass: 'working-decision',
	secrecy: 'secret',
	roundNo: 1,
	optionIds: ['natur', 'bildung'],
	passiveId: null,
	quorum: null,
	endsAt: null,
	electorate: []
};
const people = [
	{ id: 'anna', recused: false },
	{ id: 'ben', recused: true }
];
const open: Round = { ...prepared, state: 'open', electorate: people };
const closed: Round = { ...open, state: 'closed' };

const majority = { base: 'cast', num: 1, den: 2, strict: true, members: 0 };

const codeOf = (result: { ok: true } | { ok: false; problem: { code: string } }) =>
	result.ok ? 'ok' : result.problem.code;

describe('a decision round', () => {
	test('it opens for the people present, and from then on for nobody else', () => {
		expect(openRound(prepared, people)).toEqual({ ok: true, value: open });
		expect(codeOf(openRound(open, [...people, { id: 'late', recused: false }]))).toBe('round.not-prepared');
		expect(codeOf(checkVote(open, 'late', {}, 0))).toBe('round.not-in-electorate');
	});

	test('who came later asks, and is admitted to an open round alone', () => {
		expect(mayAskToVote(open, 'late')).toEqual({ ok: true });
		expect(codeOf(mayAskToVote(open, 'anna'))).toBe('round.in-electorate');
		expect(codeOf(mayAskToVote(closed, 'late'))).toBe('round.not-open');
		const admitted = admitLate(open, 'late');
		expect(admitted.ok && codeOf(checkVote(admitted.value, 'late', { natur: 1 }, 0))).toBe('ok');
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
		expect(checkVote(open, 'anna', { natur: 1, bildung: 0 }, 0)).toEqual({ ok: true, value: { natur: 1 } });
		expect(codeOf(checkVote(open, 'ben', { natur: 1 }, 0))).toBe('round.recused');
		for (const state of ['prepared', 'closed', 'cancelled'] as const)
			expect(codeOf(checkVote({ ...open, state }, 'anna', { natur: 1 }, 0))).toBe('round.not-open');
	});

	test('the result counts who was eligible, who voted and who was recused', () => {
		const answer = closeRound(open, [{ group: 'politics', payload: { natur: 1 } }]);
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
			outcome: null,
			contested: [],
			byGroup: null,
			eligible: 2,
			cast: 1,
			recused: 1,
			quorate: null
		});
	});

	test('after its time nothing is taken any more, even before somebody closes it', () => {
		const timed = { ...open, endsAt: 1000 };
		expect(codeOf(checkVote(timed, 'anna', { natur: 1 }, 999))).toBe('ok');
		expect(codeOf(checkVote(timed, 'anna', { natur: 1 }, 1000))).toBe('round.time-over');
	});

	test('a quorum nobody could reach is refused, and one that was missed is said beside the result', () => {
		const voters = [...people, { id: 'cora', recused: false }];
		expect(codeOf(openRound({ ...prepared, quorum: 3 }, voters))).toBe('round.quorum-invalid');
		const opened = openRound({ ...prepared, quorum: 2 }, voters);
		const quorate = (ballots: number) => {
			const cast = Array.from({ length: ballots }, () => ({ group: null, payload: {} }));
			const closed = opened.ok && closeRound(opened.value, cast);
			return closed && closed.ok && closed.value.result.quorate;
		};
		expect([quorate(1), quorate(2)]).toEqual([false, true]);
	});

	test('a method says how many options it takes', () => {
		const yesOrNo = { ...prepared, method: 'majority', params: majority };
		expect(codeOf(openRound(yesOrNo, people))).toBe('round.too-many-options');
		expect(codeOf(openRound({ ...yesOrNo, optionIds: ['natur'] }, people))).toBe('ok');
		const pairs = { ...prepared, method: 'pairwise', params: {}, optionIds: ['natur'] };
		expect(codeOf(openRound(pairs, people))).toBe('round.too-few-options');
		const alone = {
			...prepared,
			method: 'resistance',
			params: { scaleMax: 10 },
			optionIds: ['none'],
			passiveId: 'none'
		};
		expect(codeOf(openRound(alone, people))).toBe('round.no-options');
	});

	test('hands are counted by the chair, so nobody casts a ballot', () => {
		const hands = openRound({ ...prepared, method: 'hand', params: majority, optionIds: ['natur'] }, people);
		expect(hands.ok && codeOf(checkVote(hands.value, 'anna', { yes: 1, no: 0, abstain: 0 }, 0))).toBe(
			'round.takes-no-ballots'
		);
		const closed = hands.ok && closeRound(hands.value, [{ group: null, payload: { yes: 1, no: 0, abstain: 0 } }]);
		expect(closed && closed.ok && closed.value.result).toMatchObject({ outcome: 'passed', cast: 1, byGroup: null });
	});

	test('what people wrote stands beside the whole and beside no group', () => {
		const electorate = Array.from({ length: 5 }, (_, at) => ({ id: `v${at}`, recused: false }));
		const asked = openRound(
			{ ...prepared, method: 'consent', params: {}, secrecy: 'group', optionIds: ['natur'] },
			electorate
		);
		const payload = { stance: 'objection', reason: 'Zu früh.' };
		const closed =
			asked.ok &&
			closeRound(
				asked.value,
				electorate.map(() => ({ group: 'politics', payload }))
			);
		const result = closed && closed.ok && closed.value.result;
		expect(result && JSON.stringify(result.tally)).toContain('Zu früh.');
		expect(result && result.byGroup).toMatchObject({ politics: { cast: 5, tally: { objection: 5 } } });
		expect(result && JSON.stringify(result.byGroup)).not.toContain('Zu früh.');
	});

	test('whoever is biased says so before she has voted; that it was so is kept', () => {
		const biased = recuse({ ...open, electorate: [...people, { id: 'cora', recused: false }] }, 'cora', false);
		expect(biased.ok && codeOf(checkVote(biased.value, 'cora', {}, 0))).toBe('round.recused');
		expect(codeOf(recuse(open, 'anna', true))).toBe('round.has-voted');
		expect(codeOf(recuse(open, 'late', false))).toBe('round.not-in-electorate');
		expect(codeOf(recuse(closed, 'anna', false))).toBe('round.not-open');
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

	test('names stand beside answers only where votes are open, after the close, and if people were told so before', () => {
		const after = { state: 'closed', secrecy: 'open', named: true } as const;
		expect(mayShowNames(after)).toBe(true);
		for (const other of [
			...(['prepared', 'open', 'cancelled'] as const).map((state) => ({ ...after, state })),
			...(['group', 'secret'] as const).map((secrecy) => ({ ...after, secrecy })),
			{ ...after, named: false }
		])
			expect(mayShowNames(other)).toBe(false);
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
