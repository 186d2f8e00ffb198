import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amendmentDecisions, changesText, checkDecision, isVoted, orderOfVotes, type Votable } from './amendments.ts';

const motion = (number: number, share: number, length = 10, position: number | null = null): Votable => ({
	number,
	position,
	reach: { share, length }
});
const numbers = (motions: readonly Votable[]) => orderOfVotes(motions).map(({ number }) => number);

describe('the order of votes', () => {
	test('begins with the motion that reaches furthest', () => {
		expect(numbers([motion(1, 0.2), motion(2, 1), motion(3, 0.5)])).toEqual([2, 3, 1]);
	});

	test('goes on with the longer passage, then with what was handed in first', () => {
		expect(numbers([motion(3, 0.5, 8), motion(2, 0.5, 8), motion(1, 0.5, 4), motion(4, 0.5, 30)])).toEqual([
			4, 2, 3, 1
		]);
	});

	test('is what people have made of it, and what comes later stands below', () => {
		expect(numbers([motion(1, 0.1, 10, 0), motion(2, 0.9, 10, 1), motion(3, 1)])).toEqual([1, 2, 3]);
	});

	test('does not depend on the order in which the motions are read', () => {
		const any = fc.record({
			position: fc.option(fc.nat(5)),
			reach: fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(50) })
		});
		fc.assert(
			fc.property(fc.array(any, { maxLength: 12 }), (motions) => {
				const all = motions.map((each, at) => ({ ...each, number: at + 1 }));
				expect(numbers([...all].reverse())).toEqual(numbers(all));
			})
		);
	});
});

describe('a decision', () => {
	const votes = (yes: number, no: number) => ({ yes, no, abstain: 2 });

	test('is written down with or without its votes', () => {
		expect(checkDecision({ state: 'accepted', tally: votes(31, 1), otherWords: false })).toMatchObject({ ok: true });
		for (const state of amendmentDecisions)
			expect(checkDecision({ state, tally: null, otherWords: state === 'accepted-modified' })).toMatchObject({
				ok: true
			});
	});

	test('needs more yes than no to be accepted', () => {
		for (const tally of [votes(3, 9), votes(5, 5)])
			expect(checkDecision({ state: 'accepted', tally, otherWords: false })).toMatchObject({
				problem: { code: 'amendment.tally-contradicts' }
			});
		expect(checkDecision({ state: 'rejected', tally: votes(5, 5), otherWords: false })).toMatchObject({ ok: true });
	});

	test('without a vote has no votes', () => {
		for (const state of amendmentDecisions.filter((each) => !isVoted(each)))
			expect(checkDecision({ state, tally: votes(3, 1), otherWords: false })).toMatchObject({
				problem: { code: 'amendment.no-vote' }
			});
	});

	test('of whole numbers only', () => {
		expect(checkDecision({ state: 'accepted', tally: votes(1.5, 0), otherWords: false })).toMatchObject({
			problem: { code: 'outcome.tally-invalid' }
		});
	});

	test('for other words brings them along, and no other decision does', () => {
		for (const state of amendmentDecisions)
			expect(checkDecision({ state, tally: null, otherWords: state !== 'accepted-modified' })).toMatchObject({
				problem: { code: 'amendment.words-missing' }
			});
	});

	test('changes the text in three of its states', () => {
		expect(amendmentDecisions.filter(changesText)).toEqual(['accepted', 'accepted-modified', 'adopted-by-mover']);
	});
});
