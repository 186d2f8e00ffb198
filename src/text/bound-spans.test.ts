import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Json } from '#domain/texts/doc.ts';
import { table, textOfBlocks } from './blocks.ts';
import { boundSpans } from './bound-spans.ts';
import { bodyRoot } from './schema.ts';
import { writeBody } from './write-body.ts';

const cellsOf = (doc: Y.Doc) =>
	[...doc.getXmlFragment(bodyRoot).createTreeWalker((node) => node instanceof Y.XmlElement)]
		.filter((node): node is Y.XmlElement => node instanceof Y.XmlElement && node.nodeName === 'tableCell')
		.map((cell) => cell as unknown as Y.XmlElement<{ [name: string]: Json }>);

function textWith(colspan: Json): Y.Doc {
	const doc = new Y.Doc();
	let last = 0;
	writeBody(doc, textOfBlocks(table([['a', 'b']], false)!), () => `p${++last}`);
	cellsOf(doc)[0]!.setAttribute('colspan', colspan);
	return doc;
}

test('a cell over a thousand million columns is one over one, whenever it comes', () => {
	const doc = textWith(1e9);
	const stop = boundSpans(doc);
	expect(cellsOf(doc)[0]!.getAttribute('colspan')).toBeUndefined();

	cellsOf(doc)[1]!.setAttribute('rowspan', '2');
	expect(cellsOf(doc)[1]!.getAttribute('rowspan')).toBeUndefined();

	const row = new Y.XmlElement('tableRow');
	const cell = new Y.XmlElement<{ [name: string]: Json }>('tableCell');
	cell.setAttribute('colspan', 1e9);
	row.insert(0, [cell as unknown as Y.XmlElement]);
	(doc.getXmlFragment(bodyRoot).get(0) as Y.XmlElement).insert(1, [row]);
	expect(cellsOf(doc)[2]!.getAttribute('colspan')).toBeUndefined();

	stop();
	cellsOf(doc)[0]!.setAttribute('colspan', 1e9);
	expect(cellsOf(doc)[0]!.getAttribute('colspan')).toBe(1e9);
});

test('an honest span stays, and nothing is written', () => {
	const doc = textWith(2);
	const before = Y.encodeStateVector(doc);
	boundSpans(doc);
	expect(cellsOf(doc)[0]!.getAttribute('colspan')).toBe(2);
	expect(Y.encodeStateVector(doc)).toEqual(before);
});
