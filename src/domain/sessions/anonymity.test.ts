import { expect, test } from 'vitest';
import { hidesAuthor } from './anonymity.ts';

const steps = [
	{ id: 'a', kind: 'collect' as const, anonymous: true },
	{ id: 'b', kind: 'cluster' as const, anonymous: false },
	{ id: 'c', kind: 'collect' as const, anonymous: false },
	{ id: 'd', kind: 'cluster' as const, anonymous: false }
];

test('a late card keeps the promise of the collecting that it comes from, and no longer', () => {
	expect(steps.map(({ id }) => hidesAuthor(steps, id))).toEqual([true, true, false, false]);
	expect(hidesAuthor(steps, null)).toBe(false);
});
