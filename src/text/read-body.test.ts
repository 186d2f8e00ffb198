import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { docToPlain, type DocNode } from '#domain/texts/doc.ts';
import { readBody } from './read-body.ts';
import { bodyRoot, deepest, markNames, mostCells, mostColumns, nodeNames, readSpans } from './schema.ts';
import { layOut } from './table-grid.ts';

/** What a stranger could write: elements and texts of any name and shape. */
type Wild = { name: string; attrs: Record<string, unknown>; children: (Wild | WildText)[] };
type WildText = { text: string; formats: Record<string, unknown> };

const names = fc.oneof(
	fc.constantFrom(...nodeNames, 'blockquote', 'script', 'constructor'),
	fc.string({ maxLength: 5 })
);
const attrs = fc.dictionary(
	fc.constantFrom('id', 'level', 'start', 'checked', 'colspan', 'rowspan', 'onclick'),
	fc.oneof(fc.integer({ min: -1, max: 4 }), fc.jsonValue({ maxDepth: 1 })),
	{
		maxKeys: 3
	}
);
const formats = fc.dictionary(
	fc.constantFrom(...markNames, 'code'),
	fc.oneof(fc.constant({}), fc.constant(true), fc.record({ href: fc.oneof(fc.webUrl(), fc.string()) })),
	{ maxKeys: 2 }
);
const wildText = fc.record({ text: fc.string({ maxLength: 8 }), formats });
const { wild } = fc.letrec<{ wild: Wild }>((tie) => ({
	wild: fc.record({
		name: names,
		attrs,
		children: fc.array(fc.oneof({ depthSize: 'medium', withCrossShrink: true }, wildText, tie('wild')), {
			maxLength: 4
		})
	})
}));

function grow(node: Wild | WildText): Y.XmlElement | Y.XmlText {
	if ('text' in node) {
		const text = new Y.XmlText();
		text.insert(0, node.text, node.formats);
		return text;
	}
	const element = new Y.XmlElement<Record<string, string>>(node.name);
	for (const [key, value] of Object.entries(node.attrs)) element.setAttribute(key, value as string);
	element.insert(0, node.children.map(grow));
	return element as unknown as Y.XmlElement;
}

function documentOf(...nodes: (Wild | WildText)[]): Y.Doc {
	const doc = new Y.Doc();
	doc.getXmlFragment(bodyRoot).insert(0, nodes.map(grow));
	return doc;
}

const el = (name: string, ...children: (Wild | WildText)[]): Wild => ({ name, attrs: {}, children });
const words = (text: string, formats: Record<string, unknown> = {}): WildText => ({ text, formats });

const inBlocks = ['paragraph', 'heading', 'bulletList', 'orderedList', 'taskList'];
/** What may lie in what. */
const inside: Record<string, readonly string[]> = {
	doc: [...inBlocks, 'table'],
	paragraph: ['text', 'hardBreak'],
	heading: ['text', 'hardBreak'],
	bulletList: ['listItem'],
	orderedList: ['listItem'],
	taskList: ['taskItem'],
	listItem: inBlocks,
	taskItem: inBlocks,
	table: ['tableRow'],
	tableRow: ['tableHeader', 'tableCell'],
	tableHeader: inBlocks,
	tableCell: inBlocks,
	hardBreak: [],
	text: []
};
const neverEmpty = /List$|Item$|^doc$|^table$|^tableHeader$|^tableCell$/;

function expectSchema(node: DocNode, depth = 0): void {
	expect(depth).toBeLessThanOrEqual(deepest + 1);
	for (const child of node.content ?? []) {
		expect(inside[node.type]).toContain(child.type);
		expectSchema(child, depth + 1);
	}
	if (neverEmpty.test(node.type)) expect(node.content?.length).toBeGreaterThan(0);
	if (node.type.endsWith('Item')) expect(node.content?.[0]?.type).toBe('paragraph');
	if (node.type === 'taskItem') expect(node.attrs?.checked).toBeTypeOf('boolean');
	if (node.type === 'table') expectWhole(node);
	for (const mark of node.marks ?? []) {
		expect(markNames).toContain(mark.type);
		if (mark.type === 'link') expect(mark.attrs?.href).toMatch(/^(https?|mailto):/);
	}
}

/** No cell of the table is missing, lies over another one or goes beyond its edge. */
function expectWhole({ content: rows = [] }: DocNode): void {
	const given = rows.map(({ content = [] }) => content.map(({ attrs = {} }) => readSpans(attrs)));
	const grid = layOut(given)!;
	expect(grid.map(({ holes }) => holes)).toEqual(rows.map(() => 0));
	expect(grid.map(({ cells }) => cells.map(({ colspan, rowspan }) => ({ colspan, rowspan })))).toEqual(given);
}

describe('reading a text', () => {
	test('whatever somebody wrote into the document, what is read keeps to the schema', () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(wild, wildText), { maxLength: 5 }), (nodes) =>
				expectSchema(readBody(documentOf(...nodes)))
			)
		);
	});

	test('no word of an unknown node is lost', () => {
		const doc = documentOf(
			el('grid', el('row', el('cell', words('Maßnahme')), el('cell', words('2.500 Euro')))),
			el('blockquote', el('paragraph', words('Zitat')))
		);
		expect(docToPlain(readBody(doc))).toBe('Maßnahme\n2.500 Euro\nZitat');
	});

	test('a list in a list is read with its levels, one that goes on for ever becomes its words', () => {
		let nest = el('paragraph', words('ganz unten'));
		for (let at = 0; at < 60; at++) nest = el('bulletList', el('listItem', el('paragraph', words(`${at}`)), nest));
		const read = readBody(documentOf(nest));
		expectSchema(read);
		expect(docToPlain(read)).toContain('ganz unten');
	});

	test('a table is read with its rows, and what is missing in it is an empty cell', () => {
		const cell = (text: string) => el('tableCell', el('paragraph', words(text)));
		const doc = documentOf(
			el('table', el('tableRow', cell('Maßnahme'), cell('Kosten')), el('tableRow', cell('Radweg')), el('tableRow'))
		);
		const rows = readBody(doc).content?.[0]?.content ?? [];
		expect(rows.map(({ content }) => content?.length)).toEqual([2, 2, 2]);
		expect(docToPlain(readBody(doc))).toBe('Maßnahme | Kosten\nRadweg |');
	});

	test('no word is lost of a table with strange things in it, in a list, in another table, or of one that is too large', () => {
		const cell = (...inner: (Wild | WildText)[]) => el('tableCell', ...inner);
		const inner = el('table', el('tableRow', cell(words('innen'))));
		const odd = documentOf(
			el(
				'table',
				words('lose'),
				el('tableRow', el('paragraph', words('nackt')), cell(inner)),
				el('paragraph', words('Absatz'))
			),
			el('bulletList', el('listItem', el('paragraph', words('Punkt')), inner))
		);
		expectSchema(readBody(odd));
		for (const word of ['lose', 'nackt', 'innen', 'Absatz', 'Punkt']) expect(docToPlain(readBody(odd))).toContain(word);

		const wide = el('tableRow', ...Array.from({ length: mostColumns + 1 }, (_, at) => cell(words(`${at}`))));
		const long = Array.from({ length: mostCells + 1 }, () => el('tableRow', cell(words('Zeile'))));
		for (const table of [el('table', wide), el('table', ...long)]) {
			const read = readBody(documentOf(table));
			expect(read.content?.every(({ type }) => type === 'paragraph')).toBe(true);
			expect(read.content).toHaveLength(table.children.length === 1 ? mostColumns + 1 : mostCells + 1);
		}
	});

	test('few words never become a table of very many cells', () => {
		const row = (attrs: Record<string, unknown>) => el('tableRow', { ...el('tableCell', words('x')), attrs });
		for (const attrs of [{ colspan: 1e9 }, { colspan: 50 }, { rowspan: 1e9 }, { colspan: '3' }, { colspan: -1 }]) {
			const read = readBody(documentOf(el('table', row(attrs), ...Array.from({ length: 90 }, () => row({})))));
			expectSchema(read);
			expect(JSON.stringify(read).length).toBeLessThan(20_000);
		}
	});

	test('a task is done when the editor shows it so, and items of one kind in a list of another become its own', () => {
		const item = (name: string, checked?: unknown) => ({ ...el(name, words('Tun')), attrs: { checked } });
		const doc = documentOf(
			el('taskList', item('taskItem', true), item('taskItem', false), item('taskItem', 'ja'), item('listItem')),
			el('bulletList', item('taskItem', true))
		);
		expectSchema(readBody(doc));
		expect(readBody(doc).content?.[0]?.content?.map(({ attrs }) => attrs?.checked)).toEqual([true, false, true, false]);
	});

	test('a paragraph keeps its id, a second one with the same id does not', () => {
		const twin = { ...el('paragraph', words('A')), attrs: { id: 'p1' } };
		expect(readBody(documentOf(twin, twin)).content?.map(({ attrs }) => attrs)).toEqual([{ id: 'p1' }, undefined]);
	});

	test('a link that would run a program is read as plain words', () => {
		const doc = documentOf(el('paragraph', words('hier', { link: { href: 'javascript:alert(1)' } })));
		expect(readBody(doc).content).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'hier' }] }]);
	});

	test('an empty document is one empty paragraph', () => {
		expect(readBody(new Y.Doc())).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
	});
});
