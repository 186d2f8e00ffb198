import { expect, test } from 'vitest';
import { wallFor } from './wall.ts';

test('few cards are large, many are small', () => {
	expect([0, 6, 12, 30, 60].map((cards) => wallFor(cards).size)).toEqual([
		'roomy',
		'roomy',
		'middle',
		'dense',
		'crowded'
	]);
});

test('no card is passed over in silence: what does not fit is counted', () => {
	for (const cards of [0, 5, 60, 61, 250]) {
		const { shown, more } = wallFor(cards);
		expect(shown + more).toBe(cards);
	}
});
