import { expect, test } from 'vitest';
import { add, see, table } from '../../../tests/support/board-tables.ts';
import { deleteElements } from './delete-elements.ts';
import { purgeBoard } from './purge-board.ts';

test('emptying the bin removes what was deleted long enough ago, in both documents', () => {
	const anna = table(1);
	for (const id of ['n1', 'n2', 'n3']) add(anna, { id });
	add(anna, { id: 'a1', type: 'area' });
	deleteElements(anna.docs, ['n1', 'a1'], { by: 'p1', at: 100 }, anna.origin);
	deleteElements(anna.docs, ['n2'], { by: 'p1', at: 200 }, anna.origin);
	expect(purgeBoard(anna.docs, 200, anna.origin).sort()).toEqual(['a1', 'n1']);
	expect(anna.docs.all().map(({ id }) => id)).toEqual(['n2', 'n3']);
	expect(purgeBoard(anna.docs, 200, anna.origin)).toEqual([]);
});

test('what lay in a purged area stays where it is seen, also what lies in the bin itself', () => {
	const anna = table(1);
	add(anna, { id: 'a1', type: 'area', x: 300 });
	add(anna, { id: 'a2', type: 'area', x: 350, parent: 'a1' });
	add(anna, { id: 'n1', x: 400, y: 9, parent: 'a2' });
	add(anna, { id: 'n2', x: 420, y: 9, parent: 'a2' });
	deleteElements(anna.docs, ['a2'], { by: 'p1', at: 1 }, anna.origin);
	deleteElements(anna.docs, ['n2'], { by: 'p1', at: 500 }, anna.origin);
	expect(purgeBoard(anna.docs, 100, anna.origin)).toEqual(['a2']);
	expect(see(anna, 'n1')).toMatchObject({ x: 400, y: 9, parent: 'a1' });
	expect(see(anna, 'n2')).toMatchObject({ x: 420, y: 9, parent: 'a1' });
});
