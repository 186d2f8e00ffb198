import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import { addElements, type NewElement } from '#board/operations/add-elements.ts';
import { Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { SpatialIndex } from '#board/spatial.ts';
import { areaAt, areasOf, groupPlan, withContent } from './arrange.ts';

function boardOf(...things: (Partial<NewElement> & { id: string })[]) {
	const docs = new BoardDocs(new Y.Doc(), new Y.Doc());
	const whole = things.map((thing) => ({ type: 'note' as const, by: 'me', ...thing }));
	expect(addElements(docs, whole, new Origin('user'), Math.random).ok).toBe(true);
	return readBoard(docs);
}

describe('forming a group', () => {
	test('puts a frame around cards that lie side by side, and leaves them where they are', () => {
		const board = boardOf({ id: 'a', x: 0, y: 0 }, { id: 'b', x: 220, y: 0 });
		expect(groupPlan(board, ['a', 'b'])).toEqual({
			box: { x: -24, y: -72, w: 468, h: 296 },
			parent: null,
			places: new Map()
		});
	});

	test('does not swallow a card that lies between them', () => {
		const board = boardOf({ id: 'a', x: 0, y: 0 }, { id: 'between', x: 220, y: 0 }, { id: 'b', x: 440, y: 0 });
		const plan = groupPlan(board, ['a', 'b'])!;
		expect(plan.box.y).toBeGreaterThanOrEqual(200);
		expect([...plan.places.keys()]).toEqual(['a', 'b']);
	});

	test('stays in the working area in which all the cards lie', () => {
		const area = { id: 'area', type: 'area' as const, x: 0, y: 0, w: 2000, h: 2000 };
		const board = boardOf(
			area,
			{ id: 'a', x: 300, y: 300, parent: 'area' },
			{ id: 'b', x: 600, y: 300, parent: 'area' }
		);
		expect(groupPlan(board, ['a', 'b'])?.parent).toBe('area');
		expect(groupPlan(board, [])).toBeNull();
	});

	test('in a working area the groups follow one another from the top, beside nothing that is in their way', () => {
		const inside = { parent: 'area' };
		const board = boardOf(
			{ id: 'area', type: 'area', x: 0, y: 0, w: 704, h: 1400 },
			{ id: 'question', type: 'text', x: 24, y: 72, w: 656, h: 72, ...inside },
			{ id: 'a', x: 24, y: 160, ...inside },
			{ id: 'b', x: 248, y: 160, ...inside },
			{ id: 'c', x: 24, y: 384, ...inside }
		);
		const plan = groupPlan(board, ['a', 'b', 'c'])!;
		expect(plan.box).toMatchObject({ y: 152, h: 296 });
		expect(plan.box.x + plan.box.w).toBeLessThanOrEqual(704);
		expect(groupPlan(board, ['b', 'c'])!.box.y).toBeGreaterThanOrEqual(360);
	});
});

describe('areas', () => {
	const board = boardOf(
		{ id: 'outer', type: 'area', x: 0, y: 0, w: 1000, h: 1000 },
		{ id: 'inner', type: 'area', x: 100, y: 100, w: 500, h: 500, parent: 'outer' },
		{ id: 'card', x: 150, y: 150, parent: 'inner' }
	);

	test('a card that is let go falls into the innermost area under it, never into itself', () => {
		const index = new SpatialIndex();
		index.update(board);
		expect(areaAt(index, { x: 200, y: 200 }, new Set())?.id).toBe('inner');
		expect(areaAt(index, { x: 200, y: 200 }, new Set(['inner']))?.id).toBe('outer');
		expect(areaAt(index, { x: 2000, y: 200 }, new Set())).toBeNull();
	});

	test('an area is carried with all that lies in it', () => {
		expect([...withContent(board, ['outer'])]).toEqual(['outer', 'inner', 'card']);
		expect(areasOf(board).map(({ id }) => id)).toEqual(['outer', 'inner']);
	});
});
