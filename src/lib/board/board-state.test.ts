import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import { addElement } from '#board/operations/add-elements.ts';
import { editText } from '#board/operations/edit-text.ts';
import { moveElements } from '#board/operations/move-elements.ts';
import { Origin } from '#board/shape.ts';
import { BoardState } from './board-state.svelte.ts';

const origin = new Origin('user');

function open() {
	const docs = new BoardDocs(new Y.Doc(), new Y.Doc());
	for (const id of ['a', 'b']) addElement(docs, { id, type: 'note', by: 'me' }, origin, Math.random);
	const frames: (() => void)[] = [];
	const told: string[][] = [];
	const board = new BoardState(
		docs,
		(changes) => told.push(changes.flatMap(({ ids }) => [...ids])),
		(call) => {
			frames.push(call);
			return () => frames.splice(frames.indexOf(call), 1);
		}
	);
	return { docs, board, frames, told };
}

test('many changes within one frame are shown at once and in one go', () => {
	const { docs, board, frames, told } = open();
	for (const text of ['H', 'Ha', 'Hallo']) editText(docs, 'a', { after: text }, origin);
	expect(board.element('a')?.text).toBe('');
	expect(frames).toHaveLength(1);
	frames[0]?.();
	expect(board.element('a')?.text).toBe('Hallo');
	expect(told).toEqual([['a', 'a', 'a']]);
});

test('a card that nobody touched stays the same object', () => {
	const { docs, board } = open();
	const before = board.element('b');
	moveElements(docs, ['a'], { dx: 5, dy: 5 }, origin);
	board.settle();
	expect(board.element('b')).toBe(before);
});

test('a card is shown where it is carried and found by its place once it is put down', () => {
	const { docs, board } = open();
	board.carried = { ids: new Set(['a']), way: { x: 1000, y: 0 } };
	expect(board.placeOf(board.element('a')!)).toEqual({ x: 1000, y: 0, w: 200, h: 200 });
	expect(board.index.at(1100, 100)).toBeUndefined();
	moveElements(docs, ['a'], { dx: 1000, dy: 0 }, origin);
	board.carried = null;
	board.settle();
	expect(board.index.at(1100, 100)?.id).toBe('a');
});
