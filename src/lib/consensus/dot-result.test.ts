import { describe, expect, test } from 'vitest';
import type { RoundView } from '#protocol/session-state.ts';
import { dotResult, usualDots } from './dot-result.ts';

const round = (result: RoundView['result']) =>
	({
		options: ['Natur', 'Bildung', 'Mobilität'].map((label, at) => ({ id: 'abc'[at]!, label, textVersionId: '' })),
		result
	}) as RoundView;

const closed = round({
	tally: { total: { a: 1, b: 4, c: 1 }, voters: { a: 1, b: 4, c: 1 }, rank: { a: 2, b: 1, c: 2 }, unused: 2 },
	sha256: ''
});

describe('the result of a dot round', () => {
	test('before the close there is none', () => expect(dotResult(round(null))).toBe(null));

	test('the first rank stands first, and the others in the order of the ballot', () => {
		expect(dotResult(closed)!.lines.map(({ label, rank }) => [rank, label])).toEqual([
			[1, 'Bildung'],
			[2, 'Natur'],
			[2, 'Mobilität']
		]);
	});

	test('equal sums are shown as a tie', () => {
		expect(dotResult(closed)!.lines.map(({ tied }) => tied)).toEqual([false, true, true]);
	});

	test('bars compare with the longest one', () => {
		expect(dotResult(closed)!.lines.map(({ share }) => share)).toEqual([1, 0.25, 0.25]);
	});

	test('dots that were kept back are reported', () => expect(dotResult(closed)!.unused).toBe(2));

	test('a round in which nobody gave a dot has empty bars', () => {
		const nobody = dotResult(round({ tally: { total: {}, rank: {} }, sha256: '' }))!;
		expect(nobody.lines.map(({ share }) => share)).toEqual([0, 0, 0]);
	});
});

test('the usual number of dots is half of the options plus one', () => {
	expect([2, 3, 5, 6].map(usualDots)).toEqual([2, 2, 3, 4]);
});
