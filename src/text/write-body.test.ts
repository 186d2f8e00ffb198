import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { heading, list, paragraph, table, taskList, textOfBlocks } from './blocks.ts';
import { readBody } from './read-body.ts';
import { writeBody } from './write-body.ts';

function counter(): () => string {
	let last = 0;
	return () => `p${++last}`;
}

test('what was written is read again, with an id for every paragraph and heading', () => {
	const doc = new Y.Doc();
	const ids = counter();
	writeBody(
		doc,
		textOfBlocks(
			heading(1, 'Leitsätze'),
			paragraph('Wir planen gemeinsam.'),
			list('orderedList', ['Bildung', 'Radwege'])
		),
		ids
	);
	expect(readBody(doc).content).toMatchObject([
		{ type: 'heading', attrs: { id: 'p1', level: 1 } },
		{ type: 'paragraph', attrs: { id: 'p2' } },
		{
			type: 'orderedList',
			content: [
				{ content: [{ type: 'paragraph', attrs: { id: 'p3' }, content: [{ text: 'Bildung' }] }] },
				{ content: [{ type: 'paragraph', attrs: { id: 'p4' } }] }
			]
		}
	]);
});

test('ids that a frozen text has are kept', () => {
	const doc = new Y.Doc();
	writeBody(doc, textOfBlocks({ ...paragraph('Ziel'), attrs: { id: 'alt' } }), counter());
	expect(readBody(doc).content?.[0]?.attrs).toEqual({ id: 'alt' });
});

test('an empty text begins with one paragraph that everybody shares', () => {
	const doc = new Y.Doc();
	writeBody(doc, textOfBlocks(), counter());
	expect(readBody(doc).content).toEqual([{ type: 'paragraph', attrs: { id: 'p1' } }]);
});

test('a text that has begun is not filled a second time', () => {
	const doc = new Y.Doc();
	writeBody(doc, textOfBlocks(), counter());
	expect(() => writeBody(doc, textOfBlocks(paragraph('noch einmal')), counter())).toThrow();
});

test('ticks and spans are written as what they are, also where they say nothing', () => {
	const doc = new Y.Doc();
	const tasks = taskList([
		{ words: 'Radweg', done: true },
		{ words: 'Bus', done: false }
	]);
	writeBody(doc, textOfBlocks(tasks, table([['Maßnahme', 'Kosten']])!), counter());
	const elements = [
		...doc.getXmlFragment('body').createTreeWalker((node) => node instanceof Y.XmlElement)
	] as Y.XmlElement[];
	const marked = elements.filter(({ nodeName }) => /Item|Header/.test(nodeName));
	expect(marked.map((element) => element.getAttributes())).toEqual([
		{ checked: true },
		{ checked: false },
		{ colspan: 1, rowspan: 1 },
		{ colspan: 1, rowspan: 1 }
	]);
	expect(readBody(doc).content?.[0]).toMatchObject({
		content: [{ attrs: { checked: true } }, { attrs: { checked: false } }]
	});
});
