import { expect, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import { BoardDocs } from '#board/board-docs.ts';
import * as Y from 'yjs';
import { Desk } from '../desk.svelte.ts';
import * as hands from '../hands.ts';
import { commands, offer } from './commands.ts';

function deskWith(rights = { mayScaffold: false, mayCards: true, reason: null }) {
	const docs = new BoardDocs(new Y.Doc(), new Y.Doc());
	const desk = new Desk(docs, new Awareness(docs.cards), 'me', () => rights);
	desk.takeUp(hands);
	return desk;
}
const names = (desk: Desk, words: string) => offer(desk, words).map(({ name }) => name());

test('commands are found by parts of their words, without capitals', () => {
	const desk = deskWith();
	expect(names(desk, 'neue KART')).toEqual(['Neue Karte']);
	expect(names(desk, 'liste')).toEqual([]);
	expect(names(desk, 'fläche wechseln')).toEqual(['Zur Fläche wechseln']);
	desk.close();
});

test('what is not possible just now says why, and is not offered before somebody asks for it', () => {
	const desk = deskWith();
	expect(names(desk, '')).not.toContain('Löschen');
	expect(offer(desk, 'lösch')).toMatchObject([{ why: 'Wählen Sie zuerst eine Karte aus.' }]);
	expect(offer(desk, 'bereich')).toMatchObject([{ why: 'Das kann hier nur die Moderation ändern.' }]);
	desk.close();
});

test('no two commands have one name in one view', () => {
	for (const view of ['canvas', 'list']) {
		const here = commands().filter(({ only = view }) => only === view);
		expect(new Set(here.map(({ name }) => name())).size).toBe(here.length);
	}
});
