import { expect, test } from 'vitest';
import { readBoard } from '#board/snapshot.ts';
import { add, table } from '../../../../tests/support/board-tables.ts';
import { seen } from '../camera.ts';
import { inOverview, isAll, lookAt, overviewOf } from './overview.ts';

const paper = { w: 200, h: 140 };

test('the whole board has room in the small picture', () => {
	const anna = table(1);
	add(anna, { id: 'a', x: -1_000, y: 0, w: 200, h: 200 });
	add(anna, { id: 'b', x: 3_000, y: 9_000, w: 200, h: 200 });
	const board = readBoard(anna.docs);
	const overview = overviewOf(board, paper)!;
	for (const element of board.elements) {
		const { x, y, w, h } = inOverview(overview, element);
		expect(Math.min(x, y, paper.w - x - w, paper.h - y - h)).toBeGreaterThan(0);
	}
});

test('it says nothing to whoever sees all of the board', () => {
	const anna = table(1);
	add(anna, { id: 'a', w: 200, h: 200 });
	const overview = overviewOf(readBoard(anna.docs), paper)!;
	expect(isAll(overview, { x: -10, y: 0, w: 220, h: 200 })).toBe(true);
	expect(isAll(overview, { x: 10, y: 0, w: 220, h: 200 })).toBe(false);
});

test('an empty board has no picture', () => expect(overviewOf(readBoard(table(1).docs), paper)).toBeNull());

test('what is pressed in the small picture comes into the middle of the view, as near as before', () => {
	const overview = { x: -100, y: -100, scale: 0.1, bounds: { x: 0, y: 0, w: 900, h: 900 } };
	const camera = lookAt(overview, { x: 50, y: 70 }, { x: 0, y: 0, zoom: 2 }, { w: 800, h: 600 });
	const { x, y, w, h } = seen(camera, { w: 800, h: 600 });
	expect([x + w / 2, y + h / 2, camera.zoom]).toEqual([400, 600, 2]);
});
