import { expect, test } from 'vitest';
import { freeVariants, isVariant, letterOf, numberOfVariant } from './variants.ts';

test('variants are lettered, also when there are more than letters', () => {
	expect([1, 2, 26, 27, 28, 52, 53].map(letterOf)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'AZ', 'BA']);
});

test('a letter that was given back is used again, and no letter twice', () => {
	expect(freeVariants([], 2)).toEqual([1, 2]);
	expect(freeVariants([1, 2], 3)).toEqual([3, 4, 5]);
	expect(freeVariants([3, 4], 3)).toEqual([1, 2, 5]);
});

test('among the motions to a version, variants are those below zero', () => {
	expect(isVariant({ number: numberOfVariant(1) })).toBe(true);
	expect(isVariant({ number: 1 })).toBe(false);
});
