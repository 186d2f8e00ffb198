import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import type { BoardChange } from '#board/changes.ts';
import { addElement } from '#board/operations/add-elements.ts';
import { deleteElements } from '#board/operations/delete-elements.ts';
import { editText } from '#board/operations/edit-text.ts';
import { Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { NewsDesk } from './news.ts';

const origin = new Origin('peer');

function open() {
	const docs = new BoardDocs(new Y.Doc(), new Y.Doc());
	addElement(docs, { id: 'area', type: 'area', by: 'x', text: 'Mobilität' }, origin, Math.random);
	addElement(docs, { id: 'old', type: 'note', by: 'x', text: 'Alt' }, origin, Math.random);
	const desk = new NewsDesk();
	const change = (id: string, work: () => unknown, local = false) => {
		const before = readBoard(docs);
		work();
		const told: BoardChange = { layer: 'cards', ids: new Set([id]), origin, local };
		desk.hear([told], before);
	};
	const add = (id: string, parent: string | null, local = false) =>
		change(id, () => addElement(docs, { id, type: 'note', by: 'x', parent }, origin, Math.random), local);
	return { docs, desk, change, add };
}

test('what several people add is told as numbers for each area', () => {
	const { docs, desk, add } = open();
	add('a', 'area');
	add('b', 'area');
	add('c', null);
	expect(desk.take(readBoard(docs))).toEqual({
		added: new Map([
			['Mobilität', 2],
			[null, 1]
		]),
		changed: 0,
		deleted: 0
	});
	expect(desk.take(readBoard(docs))).toBeNull();
});

test('own changes are no news', () => {
	const { docs, desk, add } = open();
	add('a', null, true);
	expect(desk.take(readBoard(docs))).toBeNull();
});

test('a card that came and went in between is not mentioned, one that was typed in counts once', () => {
	const { docs, desk, add, change } = open();
	add('a', null);
	change('a', () => deleteElements(docs, ['a'], { by: 'x', at: 1 }, origin));
	change('old', () => editText(docs, 'old', { after: 'Alt und' }, origin));
	change('old', () => editText(docs, 'old', { after: 'Alt und neu' }, origin));
	expect(desk.take(readBoard(docs))).toEqual({ added: new Map(), changed: 1, deleted: 0 });
});
