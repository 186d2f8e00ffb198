import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, decimal, fraction, minus, over, plus, times, total } from './exact.ts';

test('thirds add up to one', () => {
	expect(total([fraction(1, 3), fraction(1, 3), fraction(1, 3)])).toEqual(fraction(1));
	expect(compare(plus(fraction(1, 3), fraction(1, 6)), fraction(1, 2))).toBe(0);
});

test('a fraction has one form', () => {
	expect(fraction(6, -4)).toEqual(fraction(-3, 2));
	expect(fraction(0, -7)).toEqual(fraction(0));
});

test('people read it rounded half up', () => {
	expect(decimal(fraction(41, 6), 3)).toBe('6.833');
	expect(decimal(fraction(1, 20), 1)).toBe('0.1');
	expect(decimal(fraction(-1, 20), 1)).toBe('-0.1');
	expect(decimal(fraction(-1, 1000), 1)).toBe('0.0');
	expect(decimal(fraction(5, 2), 0)).toBe('3');
});

test('what is taken away and given back leaves the number it was', () => {
	const some = fc.tuple(fc.integer(), fc.integer({ min: 1 })).map(([n, d]) => fraction(n, d));
	fc.assert(
		fc.property(some, some, (a, b) => {
			expect(minus(plus(a, b), b)).toEqual(a);
			fc.pre(b.n !== 0n);
			expect(over(times(a, b), b)).toEqual(a);
		})
	);
});
