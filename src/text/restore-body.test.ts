import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { DocNode } from '#domain/texts/doc.ts';
import { heading, list, paragraph, table, taskList, textOfBlocks } from './blocks.ts';
import { readBody } from './read-body.ts';
import { restoreBody } from './restore-body.ts';
import { bodyRoot } from './schema.ts';
import { writeBody } from './write-body.ts';

let ids = 0;
const newId = () => `p${++ids}`;

function text(...blocks: DocNode[]): Y.Doc {
	const doc = new Y.Doc();
	writeBody(doc, textOfBlocks(...blocks), newId);
	return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return copy;
}

function meet(a: Y.Doc, b: Y.Doc): void {
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
	Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
}

const body = (doc: Y.Doc) => doc.getXmlFragment(bodyRoot);
const block = (doc: Y.Doc, at: number) => body(doc).get(at) as Y.XmlElement;
const words = (doc: Y.Doc, at: number) => block(doc, at).get(0) as Y.XmlText;

test('a text says again what it said, with headings, lists and marks', () => {
	const doc = text(heading(1, 'Leitsätze'), paragraph('Wir planen gemeinsam.'), list('bulletList', ['Bildung', 'Rad']));
	words(doc, 1).format(4, 6, { bold: {} });
	const then = copyOf(doc);
	words(doc, 1).delete(4, 17);
	block(doc, 0).setAttribute('level', '3');
	body(doc).delete(2, 1);
	body(doc).insert(0, [new Y.XmlElement('paragraph')]);
	restoreBody(doc, then);
	expect(readBody(doc)).toEqual(readBody(then));
});

test('only what differs is changed, so that somebody who writes elsewhere goes on', () => {
	const doc = text(paragraph('Eins.'), paragraph('Wir planen gemeinsam.'), paragraph('Drei.'));
	const then = copyOf(doc);
	words(doc, 1).insert(4, 'alle ');
	let size = 0;
	doc.on('update', (update: Uint8Array) => (size += update.length));
	const [first, last] = [block(doc, 0), block(doc, 2)];
	restoreBody(doc, then);
	expect(readBody(doc)).toEqual(readBody(then));
	expect([block(doc, 0), block(doc, 2)]).toEqual([first, last]);
	expect(size).toBeLessThan(20);
});

test('what somebody else writes in the same moment is kept', () => {
	const anna = text(paragraph('Wir planen.'), paragraph('Ende.'));
	const then = copyOf(anna);
	words(anna, 0).insert(4, 'alle ');
	const bert = copyOf(anna);
	restoreBody(anna, then);
	words(bert, 0).insert(words(bert, 0).length, ' Heute!');
	words(bert, 1).insert(0, 'Am ');
	meet(anna, bert);
	expect(readBody(bert)).toEqual(readBody(anna));
	expect(words(anna, 0).toString()).toBe('Wir planen. Heute!');
	expect(words(anna, 1).toString()).toBe('Am Ende.');
});

test('what others smuggled in does not stop it', () => {
	const doc = text(paragraph('Wir planen.'));
	const then = copyOf(doc);
	body(doc).insert(0, [new Y.XmlText('lose Wörter'), new Y.XmlElement('script')]);
	restoreBody(doc, then);
	expect(readBody(doc)).toEqual(readBody(then));
});

test('a cell and a tick go back alone, and what others write in the next cell is kept', () => {
	const anna = text(
		table([
			['Maßnahme', 'Kosten'],
			['Radweg', '2.500 Euro']
		])!,
		taskList([{ words: 'Prüfen', done: false }])
	);
	const then = copyOf(anna);
	const cell = (doc: Y.Doc, row: number, column: number) =>
		[row, column, 0, 0].reduce<unknown>((at, index) => (at as Y.XmlElement).get(index), block(doc, 0)) as Y.XmlText;
	const task = (doc: Y.Doc) => block(doc, 1).get(0) as unknown as Y.XmlElement<{ checked: boolean }>;
	cell(anna, 1, 1).insert(1, '0');
	task(anna).setAttribute('checked', true);
	const bert = copyOf(anna);
	restoreBody(anna, then);
	cell(bert, 1, 0).insert(6, ' Nord');
	meet(anna, bert);
	expect(cell(bert, 1, 1).toString()).toBe('2.500 Euro');
	expect(cell(anna, 1, 0).toString()).toBe('Radweg Nord');
	expect(task(bert).getAttribute('checked')).toBe(false);
});

test('whatever a text said before and says now, it can be brought back and forth', () => {
	const blockOf = fc.oneof(
		fc.string({ unit: 'grapheme', maxLength: 12 }).map(paragraph),
		fc.string({ minLength: 1, maxLength: 6 }).map((title) => heading(2, title)),
		fc.array(fc.string({ maxLength: 5 }), { minLength: 1, maxLength: 3 }).map((items) => list('bulletList', items)),
		fc
			.array(fc.record({ words: fc.string({ maxLength: 5 }), done: fc.boolean() }), { minLength: 1, maxLength: 3 })
			.map(taskList),
		fc
			.array(fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
			.map((rows) => table(rows)!)
	);
	const blocks = fc.array(blockOf, { minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(blocks, blocks, (one, two) => {
			const [now, then] = [text(...one), text(...two)];
			const before = copyOf(now);
			restoreBody(now, then);
			expect(readBody(now)).toEqual(readBody(then));
			restoreBody(now, before);
			expect(readBody(now)).toEqual(readBody(before));
		}),
		{ numRuns: 100 }
	);
});
