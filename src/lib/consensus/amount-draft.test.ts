import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AmountDraft } from './amount-draft.svelte.ts';

const draft = (each: number, maxPerOption: number, cast = {}) =>
	new AmountDraft({ each, maxPerOption }, cast, ['natur', 'bildung', 'mobil', 'a', 'b', 'c']);

describe('filling in a ballot with dots', () => {
	test('every dot given is one less to give', () => {
		const ballot = draft(3, 1);
		ballot.add('natur');
		ballot.add('bildung');
		expect([ballot.left, ballot.on('natur'), ballot.on('mobil')]).toEqual([1, 1, 0]);
	});

	test('one option takes no more dots than the rule says', () => {
		const ballot = draft(3, 1);
		ballot.add('natur');
		ballot.add('natur');
		expect(ballot.on('natur')).toBe(1);
		expect(ballot.mayAdd('natur')).toBe(false);
		expect(ballot.mayAdd('bildung')).toBe(true);
	});

	test('when all dots are given, nothing takes another one until one is taken back', () => {
		const ballot = draft(1, 1);
		ballot.add('natur');
		expect(ballot.mayAdd('bildung')).toBe(false);
		ballot.take('natur');
		expect(ballot.mayAdd('bildung')).toBe(true);
	});

	test('a ballot that was cast before is there to be changed', () => {
		const ballot = draft(3, 2, { natur: 2 });
		expect([ballot.left, ballot.on('natur')]).toEqual([1, 2]);
	});

	test('whatever somebody taps, the rules hold', () => {
		const tap = fc.record({
			what: fc.constantFrom('add' as const, 'take' as const),
			on: fc.constantFrom('a', 'b', 'c')
		});
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 }), fc.array(tap), (dots, max, taps) => {
				const ballot = draft(dots, max);
				for (const { what, on } of taps) ballot[what](on);
				const counts = ['a', 'b', 'c'].map((option) => ballot.on(option));
				expect(counts.every((count) => count >= 0 && count <= max)).toBe(true);
				expect(counts.reduce((sum, count) => sum + count, 0) + ballot.left).toBe(dots);
			})
		);
	});

	test('points go in steps, and the last step is as large as what is left', () => {
		const ballot = draft(100, 50);
		for (let taps = 0; taps < 12; taps++) ballot.add('natur', 5);
		expect(ballot.on('natur')).toBe(50);
		ballot.add('bildung', 48);
		ballot.add('mobil', 5);
		expect([ballot.on('mobil'), ballot.left]).toEqual([2, 0]);
		ballot.take('mobil', 5);
		expect(ballot.on('mobil')).toBe(0);
	});
});
