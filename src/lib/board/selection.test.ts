import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import { addElements } from '#board/operations/add-elements.ts';
import { deleteElements } from '#board/operations/delete-elements.ts';
import { Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { Selection } from './selection.svelte.ts';

test('the arrow keys do not scatter what is chosen as long as they stay within it', () => {
	const selection = new Selection();
	selection.chooseAll(['a', 'b']);
	selection.arrive('a');
	expect([...selection.ids]).toEqual(['a', 'b']);
	expect(selection.active).toBe('a');
	selection.arrive('c');
	expect([...selection.ids]).toEqual(['c']);
});

test('a second tap with Shift takes a card out again', () => {
	const selection = new Selection();
	selection.choose('a');
	selection.toggle('b');
	expect(selection.only).toBeNull();
	selection.toggle('a');
	expect(selection.only).toBe('b');
});

test('what somebody else deletes is no longer chosen', () => {
	const docs = new BoardDocs(new Y.Doc(), new Y.Doc());
	const origin = new Origin('peer');
	const note = (id: string) => ({ id, type: 'note' as const, by: 'me' });
	addElements(docs, [note('a'), note('b')], origin, Math.random);
	const selection = new Selection();
	selection.chooseAll(['a', 'b']);
	deleteElements(docs, ['b'], { by: 'you', at: 1 }, origin);
	selection.keep(readBoard(docs));
	expect([...selection.ids]).toEqual(['a']);
	expect(selection.active).toBeNull();
});

test('a group that was just named does not come along when the next cards are ticked', () => {
	const selection = new Selection();
	selection.write('group');
	selection.tick('a');
	selection.tick('b');
	expect([...selection.ids]).toEqual(['a', 'b']);
});

test('whoever ticks the card she wrote in unticks it', () => {
	const selection = new Selection();
	selection.write('a');
	selection.tick('a');
	expect([...selection.ids]).toEqual([]);
});
