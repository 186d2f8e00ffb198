import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import { observeBoard } from '#board/changes.ts';
import { addElement } from '#board/operations/add-elements.ts';
import { Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { Announcer, newsEvery } from './announcer.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open() {
	const docs = new BoardDocs(new Y.Doc(), new Y.Doc());
	const [far, farCards] = [new Y.Doc(), new Y.Doc()];
	farCards.on('update', (update) => Y.applyUpdate(docs.cards, update));
	const announcer = new Announcer(() => readBoard(docs));
	let before = readBoard(docs);
	observeBoard(docs, (change) => {
		announcer.hear([change], before);
		before = readBoard(docs);
	});
	const others = new BoardDocs(far, farCards);
	const add = (id: string) => addElement(others, { id, type: 'note', by: 'x' }, new Origin('user'), Math.random);
	return { announcer, add };
}

test('what others do is told in one sentence, not oftener than every ten seconds', () => {
	const { announcer, add } = open();
	for (const id of ['a', 'b', 'c']) add(id);
	expect(announcer.news).toBe('');
	vi.advanceTimersByTime(newsEvery);
	expect(announcer.news).toMatch(/^3 /);
	add('d');
	vi.advanceTimersByTime(newsEvery - 1);
	expect(announcer.news).toMatch(/^3 /);
	vi.advanceTimersByTime(1);
	expect(announcer.news).toMatch(/^1 /);
});

test('whoever does not want to hear about others does not', () => {
	const { announcer, add } = open();
	announcer.newsOn = false;
	add('a');
	vi.advanceTimersByTime(newsEvery);
	expect(announcer.news).toBe('');
});

test('what a person did herself is said at once, and can be taken back for ten seconds', () => {
	const { announcer } = open();
	announcer.say('Karte gelöscht.', { label: 'Rückgängig', accept: () => {} });
	expect(announcer.word?.text).toBe('Karte gelöscht.');
	vi.advanceTimersByTime(9_999);
	expect(announcer.word).not.toBeNull();
	vi.advanceTimersByTime(1);
	expect(announcer.word).toBeNull();
});
