import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import { addElements } from '#board/operations/add-elements.ts';
import { Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { SpatialIndex } from '#board/spatial.ts';
import { VisibleSet } from './visible-set.ts';

const size = { w: 1000, h: 800 };
const nothing: ReadonlySet<string> = new Set();

/** A hundred cards in a row, 300 apart. */
function row() {
	const docs = new BoardDocs(new Y.Doc(), new Y.Doc());
	const notes = Array.from({ length: 100 }, (_, at) => ({
		id: `n${at}`,
		type: 'note' as const,
		by: 'me',
		x: at * 300,
		y: 0
	}));
	addElements(docs, notes, new Origin('user'), Math.random);
	const board = readBoard(docs);
	const index = new SpatialIndex();
	index.update(board);
	return { board, index };
}

describe('what is mounted', () => {
	test('only what is in view or just beside it', () => {
		const { board, index } = row();
		const found = new VisibleSet().find(index, board, { x: 0, y: 0, zoom: 1 }, size, nothing);
		expect(found.map(({ id }) => id)).toEqual(['n0', 'n1', 'n2', 'n3', 'n4']);
	});

	test('stays the same while the view moves a little, and is asked again after a while', () => {
		const { board, index } = row();
		const visible = new VisibleSet();
		const first = visible.find(index, board, { x: 0, y: 0, zoom: 1 }, size, nothing);
		expect(visible.find(index, board, { x: 79, y: 0, zoom: 1 }, size, nothing)).toBe(first);
		const later = visible.find(index, board, { x: 900, y: 0, zoom: 1 }, size, nothing);
		expect(later.map(({ id }) => id)).toContain('n6');
	});

	test('what has the focus stays, also far out of view', () => {
		const { board, index } = row();
		const found = new VisibleSet().find(index, board, { x: 0, y: 0, zoom: 1 }, size, new Set(['n80']));
		expect(found.at(-1)?.id).toBe('n80');
	});
});
