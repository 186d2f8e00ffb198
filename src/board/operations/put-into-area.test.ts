import { describe, expect, test } from 'vitest';
import { add, see, table } from '../../../tests/support/board-tables.ts';
import { limits } from '../limits.ts';
import { deleteElements } from './delete-elements.ts';
import { moveElements } from './move-elements.ts';
import { putIntoArea } from './put-into-area.ts';

function tableWithAreas() {
	const anna = table(1);
	add(anna, { id: 'a1', type: 'area', x: 1_000, y: 0 });
	add(anna, { id: 'a2', type: 'area', x: 1_100, y: 100, parent: 'a1' });
	add(anna, { id: 'n1', x: 10, y: 20 });
	return anna;
}

describe('putting things into an area', () => {
	test('leaves them where they are seen, into it and out of it', () => {
		const anna = tableWithAreas();
		putIntoArea(anna.docs, ['n1'], 'a2', anna.origin);
		expect(see(anna, 'n1')).toMatchObject({ x: 10, y: 20, parent: 'a2', depth: 2 });
		putIntoArea(anna.docs, ['n1'], null, anna.origin);
		expect(see(anna, 'n1')).toMatchObject({ x: 10, y: 20, parent: null });
	});

	test('makes them move with it, but not twice when they are selected together', () => {
		const anna = tableWithAreas();
		putIntoArea(anna.docs, ['n1'], 'a2', anna.origin);
		moveElements(anna.docs, ['a1', 'n1', 'a2'], { dx: 5, dy: 5 }, anna.origin);
		expect(see(anna, 'n1')).toMatchObject({ x: 15, y: 25 });
		expect(see(anna, 'a2')).toMatchObject({ x: 1_105, y: 105 });
	});

	test('can set them to new places in one go, as sorting does', () => {
		const anna = tableWithAreas();
		putIntoArea(anna.docs, ['n1'], 'a1', anna.origin, new Map([['n1', { x: 1_024, y: 160 }]]));
		expect(see(anna, 'n1')).toMatchObject({ x: 1_024, y: 160, parent: 'a1' });
	});

	test.each([
		['an area into itself', ['a1'], 'a1', 'board.area-inside-itself'],
		['an area into what lies in it', ['a1'], 'a2', 'board.area-inside-itself'],
		['a note into a note', ['a1'], 'n1', 'board.not-an-area'],
		['into an area that is gone', ['n1'], 'missing', 'board.element-missing'],
		['nothing', ['missing'], 'a1', 'board.element-missing']
	])('%s is refused', (_why, ids, area, code) => {
		const anna = tableWithAreas();
		expect(putIntoArea(anna.docs, ids, area, anna.origin)).toMatchObject({ ok: false, problem: { code } });
	});

	test('an area in the bin takes nothing', () => {
		const anna = tableWithAreas();
		deleteElements(anna.docs, ['a1'], { by: 'p1', at: 1 }, anna.origin);
		expect(putIntoArea(anna.docs, ['n1'], 'a1', anna.origin)).toMatchObject({ problem: { code: 'board.not-an-area' } });
	});

	test('areas nest twelve deep and no deeper, whatever is brought along', () => {
		const anna = table(1);
		for (let at = 0; at < limits.depth; at++)
			add(anna, { id: `a${at}`, type: 'area', parent: at ? `a${at - 1}` : null });
		add(anna, { id: 'b1', type: 'area' });
		expect(putIntoArea(anna.docs, ['b1'], `a${limits.depth - 1}`, anna.origin).ok).toBe(true);
		putIntoArea(anna.docs, ['b1'], null, anna.origin);
		add(anna, { id: 'n1', parent: 'b1' });
		expect(putIntoArea(anna.docs, ['b1'], `a${limits.depth - 1}`, anna.origin)).toMatchObject({
			problem: { code: 'board.too-deep' }
		});
	});
});
