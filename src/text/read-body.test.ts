import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { docToPlain, type DocNode } from '#domain/texts/doc.ts';
import { readBody } from './read-body.ts';
import { bodyRoot, deepest, markNames, nodeNames } from './schema.ts';

/** What a stranger could write: elements and texts of any name and shape. */
type Wild = { name: string; attrs: Record<string, unknown>; children: (Wild | WildText)[] };
type WildText = { text: string; formats: Record<string, unknown> };

const names = fc.oneof(fc.constantFrom(...nodeNames, 'blockquote', 'table', 'script'), fc.string({ maxLength: 5 }));
const attrs = fc.dictionary(fc.constantFrom('id', 'level', 'start', 'onclick'), fc.jsonValue({ maxDepth: 1 }), {
	maxKeys: 3
});
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

/** What may lie in what. */
const inside: Record<string, readonly string[]> = {
	doc: ['paragraph', 'heading', 'bulletList', 'orderedList'],
	paragraph: ['text', 'hardBreak'],
	heading: ['text', 'hardBreak'],
	bulletList: ['listItem'],
	orderedList: ['listItem'],
	listItem: ['paragraph', 'heading', 'bulletList', 'orderedList'],
	hardBreak: [],
	text: []
};

function expectSchema(node: DocNode, depth = 0): void {
	expect(depth).toBeLessThanOrEqual(deepest + 1);
	for (const child of node.content ?? []) {
		expect(inside[node.type]).toContain(child.type);
		expectSchema(child, depth + 1);
	}
	if (node.type.endsWith('List') || node.type === 'listItem' || node.type === 'doc')
		expect(node.content?.length).toBeGreaterThan(0);
	if (node.type === 'listItem') expect(node.content?.[0]?.type).toBe('paragraph');
	for (const mark of node.marks ?? []) {
		expect(markNames).toContain(mark.type);
		if (mark.type === 'link') expect(mark.attrs?.href).toMatch(/^(https?|mailto):/);
	}
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
			el('table', el('row', el('cell', words('Maßnahme')), el('cell', words('2.500 Euro')))),
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
