import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { unsentWords } from './unsent-words.ts';

/** Somebody writes; every change is one update, as an outbox keeps it. */
function writer() {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	return { doc, updates };
}

test('the words are those that were typed and left', () => {
	const { doc, updates } = writer();
	const body = doc.getText('body');
	for (const letter of 'Radwege') body.insert(body.length, letter);
	body.insert(7, ' bauen!');
	body.delete(13, 1);
	doc.getMap('el').set('n1', new Y.Map(Object.entries({ t: 'note', text: new Y.Text('Glasfaser 🚲') })));
	expect(unsentWords(updates)).toBe('Radwege bauen\nGlasfaser 🚲');
	expect(unsentWords([])).toBe('');
});

test('a letter deleted in the middle leaves the rest readable', () => {
	const { doc, updates } = writer();
	doc.getText('body').insert(0, 'Rad-Weg');
	doc.getText('body').delete(3, 1);
	expect(unsentWords(updates)).toBe('Rad\nWeg');
});

test('the words are found also when what they build on is not here', () => {
	const server = new Y.Doc();
	server.getText('body').insert(0, 'Wir ');
	const { doc, updates } = writer();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
	updates.length = 0;
	doc.getText('body').insert(4, 'gestalten');
	expect(unsentWords(updates)).toBe('gestalten');
});
