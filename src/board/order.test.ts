import fc from 'fast-check';
import { generateKeyBetween } from 'fractional-indexing';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../tests/support/board-tables.ts';
import { orderBetween } from './order-between.ts';
import { firstOrder, inOrder, orderFrom } from './order.ts';

describe('the order of elements', () => {
	test('a key between neighbours lies between them, wherever a row is inserted into', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(), { maxLength: 60 }), fc.nat(), (gaps, seed) => {
				const random = seededRandom(seed);
				const row: string[] = [];
				for (const gap of gaps) {
					const at = gap % (row.length + 1);
					row.splice(at, 0, orderBetween(row[at - 1] ?? null, row[at] ?? null, random));
				}
				expect([...row].sort()).toEqual(row);
				expect(new Set(row).size).toBe(row.length);
				for (const key of row) expect(orderFrom(key)).toBe(key);
			})
		);
	});

	test('two people who insert at one place while apart rarely choose the same key', () => {
		const keys = Array.from({ length: 50 }, (_, seed) => orderBetween('a1', 'a2', seededRandom(seed)));
		expect(new Set(keys).size).toBeGreaterThan(40);
	});

	test('equal neighbours leave no room, so the moved element comes to lie behind both', () => {
		expect(orderBetween('a5', 'a5', Math.random) > 'a5').toBe(true);
	});

	test('five thousand elements laid one after the other keep short keys', () => {
		const random = seededRandom(1);
		let key: string | null = null;
		for (let count = 0; count < 5_000; count++) key = orderBetween(key, null, random);
		expect(key?.length).toBeLessThan(8);
	});

	test.each([undefined, 5, '', '!', 'a', 'a10', 'A'.repeat(2_000)])(
		'an unusable key (%s) counts as the first',
		(key) => {
			expect(orderFrom(key)).toBe(firstOrder);
		}
	);

	test('a key counts as usable exactly where the library that makes neighbours takes it', () => {
		const signs = fc.string({ unit: fc.constantFrom(...'AYZabz0159'), minLength: 2, maxLength: 30 });
		fc.assert(
			fc.property(signs, (key) => {
				expect(orderFrom(key)).toBe(makesNeighbours(key) ? key : firstOrder);
			}),
			{ numRuns: 2_000, examples: [[`A${'0'.repeat(26)}`], [`A${'0'.repeat(25)}1`]] }
		);
	});

	test('equal keys are ordered by id', () => {
		const row = [
			{ order: 'a1', id: 'b' },
			{ order: 'a1', id: 'a' },
			{ order: 'a0', id: 'c' }
		];
		expect(row.sort(inOrder).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
	});
});

function makesNeighbours(key: string): boolean {
	try {
		generateKeyBetween(key, null);
		return /^[A-Za-z]/.test(key);
	} catch {
		return false;
	}
}
