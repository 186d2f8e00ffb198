import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { docToPlain, type Doc } from '#domain/texts/doc.ts';
import { readBody } from '#text/read-body.ts';
import { bodyRoot } from '#text/schema.ts';
import { writeBody } from '#text/write-body.ts';
import { Fork } from './fork.ts';

const begin: Doc = {
	type: 'doc',
	content: ['Vision', 'Wir fördern die Pflege.'].map((text, at) => ({
		type: 'paragraph',
		attrs: { id: `p${at}` },
		content: [{ type: 'text', text }]
	}))
};

function live(): Y.Doc {
	const doc = new Y.Doc();
	writeBody(doc, begin, () => 'never');
	return doc;
}

const type = (doc: Y.Doc, paragraph: number, at: number, words: string) =>
	((doc.getXmlFragment(bodyRoot).get(paragraph) as Y.XmlElement).get(0) as Y.XmlText).insert(at, words);
const said = (doc: Y.Doc) => docToPlain(readBody(doc));

test('what others write comes into a suggestion, what is suggested does not come into the text', () => {
	const text = live();
	const fork = new Fork(text);
	type(fork.doc, 1, 12, 'gute ');
	type(text, 0, 6, ' 2035');
	expect(said(fork.doc)).toBe('Vision 2035\nWir fördern gute die Pflege.');
	expect(said(text)).toBe('Vision 2035\nWir fördern die Pflege.');
	expect(fork.changes().map(({ after }) => docToPlain({ type: 'doc', content: after }))).toEqual([
		'Wir fördern gute die Pflege.'
	]);
});

test('what was not handed in is there again, as far as it still fits', () => {
	const text = live();
	const first = new Fork(text);
	type(first.doc, 0, 6, ' und Leitsätze');
	type(first.doc, 1, 12, 'gute ');
	const kept = first.changes();
	first.close();
	type(text, 1, 0, 'Auch: ');
	const again = new Fork(text, kept);
	expect(said(again.doc)).toBe('Vision und Leitsätze\nAuch: Wir fördern die Pflege.');
});
