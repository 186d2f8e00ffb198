import { describe, expect, test } from 'vitest';
import { add, table } from '../../../tests/support/board-tables.ts';
import { readBoard } from '../snapshot.ts';
import { reorderElement, type PlaceInRow } from './reorder-element.ts';

function tableWithRow() {
	const anna = table(1);
	for (const id of ['n1', 'n2', 'n3', 'n4']) add(anna, { id });
	return anna;
}
const row = (anna: ReturnType<typeof table>) => readBoard(anna.docs).elements.map(({ id }) => id);

describe('the order of a row', () => {
	test.each<[string, PlaceInRow, string[]]>([
		['n4', { before: 'n1' }, ['n4', 'n1', 'n2', 'n3']],
		['n1', { behind: 'n4' }, ['n2', 'n3', 'n4', 'n1']],
		['n1', { behind: 'n2' }, ['n2', 'n1', 'n3', 'n4']],
		['n3', { before: 'n2' }, ['n1', 'n3', 'n2', 'n4']]
	])('%s is brought to %o', (id, place, expected) => {
		const anna = tableWithRow();
		expect(reorderElement(anna.docs, id, place, anna.origin, anna.random).ok).toBe(true);
		expect(row(anna)).toEqual(expected);
	});

	test('a hundred insertions at one place never fail', () => {
		const anna = tableWithRow();
		for (let count = 0; count < 100; count++) {
			const [first, second] = count % 2 ? ['n1', 'n2'] : ['n2', 'n1'];
			reorderElement(anna.docs, first, { before: second }, anna.origin, anna.random);
			reorderElement(anna.docs, second, { before: 'n3' }, anna.origin, anna.random);
		}
		expect(row(anna).slice(2)).toEqual(['n3', 'n4']);
	});

	test('beside itself or beside something that is gone is refused', () => {
		const anna = tableWithRow();
		for (const other of ['n1', 'missing']) {
			expect(reorderElement(anna.docs, 'n1', { before: other }, anna.origin, anna.random).ok).toBe(false);
		}
	});
});
