import { describe, expect, test } from 'vitest';
import { isContested } from './contested.ts';
import { isOpen } from './unplaced.ts';

describe('a contested topic', () => {
	const weight = { dots: 12, voters: 4, cast: 14, most: 20 };
	test('weighs much with few people behind it', () => {
		expect(isContested(weight)).toBe(true);
	});
	test('with half of the voters behind it, little weight or no dots it is not', () => {
		expect(isContested({ ...weight, voters: 7 })).toBe(false);
		expect(isContested({ ...weight, dots: 9 })).toBe(false);
		expect(isContested({ dots: 0, voters: 0, cast: 14, most: 0 })).toBe(false);
	});
	test('from fewer than four who voted nothing follows', () => {
		expect(isContested({ dots: 3, voters: 1, cast: 3, most: 3 })).toBe(false);
	});
});

test('a topic is open until it lies in an action space or is left out for a reason', () => {
	expect(isOpen({ placedIn: [], leftOutReason: null })).toBe(true);
	expect(isOpen({ placedIn: ['natur'], leftOutReason: null })).toBe(false);
	expect(isOpen({ placedIn: [], leftOutReason: 'Aufgabe der Gemeinden' })).toBe(false);
});
