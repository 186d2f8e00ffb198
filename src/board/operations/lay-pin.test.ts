import { expect, test } from 'vitest';
import { add, see, table } from '../../../tests/support/board-tables.ts';
import { clipOf } from '../clip.ts';
import { outlineOf, readingOrder } from '../outline.ts';
import { readBoard } from '../snapshot.ts';
import { deleteElements } from './delete-elements.ts';
import { layPin } from './lay-pin.ts';
import { moveElements } from './move-elements.ts';
import { putIntoArea } from './put-into-area.ts';
import { tellPin } from './tell-pin.ts';

function commented() {
	const anna = table(1);
	add(anna, { id: 'n1', text: 'Bus', x: 100, y: 300 });
	add(anna, { id: 'n2', text: 'Bahn', x: 900, y: 300 });
	add(anna, { id: 'a1', type: 'area', text: 'Wege', x: 2_000, y: 0 });
	expect(layPin(anna.docs, { id: 'c1', by: 'p1', on: 'n1' }, anna.origin, anna.random).ok).toBe(true);
	return anna;
}

test('a pin stands at the corner of its card and goes where that goes, also into an area', () => {
	const anna = commented();
	expect(see(anna, 'c1')).toMatchObject({ type: 'comment', on: 'n1', answers: 1, x: 248, y: 264, parent: null });
	moveElements(anna.docs, ['n1'], { dx: 50, dy: -20 }, anna.origin);
	expect(see(anna, 'c1')).toMatchObject({ x: 298, y: 244 });
	putIntoArea(anna.docs, ['n1'], 'a1', anna.origin);
	expect(see(anna, 'c1')).toMatchObject({ x: 298, y: 244, parent: 'a1' });
});

test('a pin stays when its card is thrown away, and stands at it again when that comes back', () => {
	const anna = commented();
	deleteElements(anna.docs, ['n1'], { by: 'p1', at: 1 }, anna.origin);
	expect(see(anna, 'c1')).toMatchObject({ x: 236, y: 252 });
	anna.docs.find('n1')!.map.delete('del');
	expect(see(anna, 'c1')).toMatchObject({ x: 248, y: 264 });
});

test('a pin is read right behind its card, says how its thread stands, and is never copied', () => {
	const anna = commented();
	expect(readingOrder(outlineOf(readBoard(anna.docs)))).toEqual(['a1', 'n1', 'c1', 'n2']);
	tellPin(anna.docs, 'c1', { answers: 3, settled: true }, anna.origin);
	expect(see(anna, 'c1')).toMatchObject({ answers: 3, settled: true });
	tellPin(anna.docs, 'c1', { answers: 4, settled: false }, anna.origin);
	expect(see(anna, 'c1')?.settled).toBeUndefined();
	expect(clipOf(readBoard(anna.docs), new Set(['n1', 'c1'])).map(({ id }) => id)).toEqual(['n1']);
});

test('a pin needs something that is there, or a place', () => {
	const anna = commented();
	const lay = (on: string | null) =>
		layPin(anna.docs, { id: `x${on}`, by: 'p1', on, x: 10, y: 90 }, anna.origin, anna.random);
	expect(lay('gone')).toMatchObject({ problem: { code: 'board.element-missing' } });
	expect(lay(null).ok).toBe(true);
	expect(see(anna, 'xnull')).toMatchObject({ x: 10, y: 42 });
});
