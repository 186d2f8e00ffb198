import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { TableMap } from '@tiptap/pm/tables';
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { readBody } from '#text/read-body.ts';
import { bodyRoot, headingLevels, markNames, nodeNames } from '#text/schema.ts';
import { tableOf } from '#text/table-grid.ts';
import { writeBody } from '#text/write-body.ts';
import { textExtensions } from './extensions.ts';
import { mendTables } from './tables.ts';

const schema = getSchema(textExtensions());

const mark = fc.oneof(
	fc.constantFrom({ type: 'bold' }, { type: 'italic' }),
	fc
		.constantFrom('https://www.kreis-unna.de/', 'mailto:a@example.org')
		.map((href) => ({ type: 'link', attrs: { href } }))
);
const marks = fc.uniqueArray(mark, { selector: ({ type }) => type, maxLength: 3 });
const stretch = fc.record({ text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), marks });
const inline: fc.Arbitrary<DocNode> = fc.oneof(
	{
		weight: 4,
		arbitrary: stretch.map(({ text, marks }) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) }))
	},
	{ weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) }
);
const inlines = fc.array(inline, { maxLength: 4 });
const textBlock: fc.Arbitrary<DocNode> = fc.oneof(
	inlines.map((content) => ({ type: 'paragraph', content })),
	fc
		.tuple(fc.constantFrom(...headingLevels), inlines)
		.map(([level, content]) => ({ type: 'heading', attrs: { level }, content }))
);
const { block } = fc.letrec<{ block: DocNode; list: DocNode }>((tie) => ({
	block: fc.oneof({ maxDepth: 3, withCrossShrink: true }, textBlock, tie('list')),
	list: fc
		.tuple(
			fc.constantFrom(
				{ type: 'bulletList' },
				{ type: 'orderedList' },
				{ type: 'orderedList', attrs: { start: 4 } },
				{ type: 'taskList' }
			),
			fc.array(fc.tuple(inlines, fc.array(tie('block'), { maxLength: 2 }), fc.boolean()), {
				minLength: 1,
				maxLength: 3
			})
		)
		.map(([kind, items]) => ({
			...kind,
			content: items.map(([content, more, checked]) => ({
				...(kind.type === 'taskList' ? { type: 'taskItem', attrs: { checked } } : { type: 'listItem' }),
				content: [{ type: 'paragraph', content }, ...more]
			}))
		}))
}));

const span = fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 3 }));
const cell = fc.record<DocNode>({
	type: fc.constantFrom('tableHeader', 'tableCell'),
	attrs: fc.record({ colspan: span, rowspan: span }),
	content: fc.array(block, { minLength: 1, maxLength: 2 })
});
const rows = fc.array(fc.array(cell, { maxLength: 4 }), { minLength: 1, maxLength: 4 });
const table = rows.map(tableOf).filter((made) => made !== null);

/** A text as the editor would hold it, with an id on every paragraph and heading. */
const text: fc.Arbitrary<Doc> = fc
	.array(fc.oneof({ weight: 3, arbitrary: block }, table), { minLength: 1, maxLength: 5 })
	.map((content) => {
		let last = 0;
		const identify = (node: DocNode): DocNode => ({
			...node,
			...(/^(paragraph|heading)$/.test(node.type) && { attrs: { ...node.attrs, id: `p${++last}` } }),
			...(node.content && { content: node.content.map(identify) })
		});
		return { type: 'doc', content: content.map(identify) };
	});

/** What the editor says, without the defaults it adds to every node and mark. */
function lean(given: unknown): unknown {
	if (Array.isArray(given)) return given.length > 0 ? given.map(lean) : undefined;
	if (typeof given !== 'object' || given === null) return given;
	const members = Object.entries(given)
		.filter(
			([key, value]) =>
				value !== null &&
				!['target', 'rel', 'class'].includes(key) &&
				!(['start', 'colspan', 'rowspan'].includes(key) && value === 1)
		)
		.map(([key, value]) => [key, key === 'marks' ? lean(byName(value)) : lean(value)] as const)
		.filter(
			([, value]) => value !== undefined && !(typeof value === 'object' && Object.keys(value as object).length === 0)
		);
	return Object.fromEntries(members);
}

const byName = (marks: { type: string }[]) =>
	[...marks].sort(
		(a, b) => markNames.findIndex((name) => name === a.type) - markNames.findIndex((name) => name === b.type)
	);

const said = (node: Node) => lean(JSON.parse(JSON.stringify(node.toJSON())));

describe('the editor and the server mean the same text', () => {
	test('the editor knows exactly our nodes and marks', () => {
		expect(Object.keys(schema.nodes).sort()).toEqual([...nodeNames].sort());
		expect(Object.keys(schema.marks).sort()).toEqual([...markNames].sort());
	});

	test('what the editor writes is what the server reads', () => {
		fc.assert(
			fc.property(text, (given) => {
				const node = Node.fromJSON(schema, given);
				const doc = new Y.Doc();
				prosemirrorToYXmlFragment(node, doc.getXmlFragment(bodyRoot));
				expect(lean(readBody(doc))).toEqual(said(node));
			})
		);
	});

	test('what the server writes is what the editor shows, and nothing of it is repaired', () => {
		fc.assert(
			fc.property(text, (given) => {
				const doc = new Y.Doc();
				writeBody(doc, given, () => 'never');
				const before = Y.encodeStateVector(doc);
				const node = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(bodyRoot), schema);
				node.check();
				expect(said(node)).toEqual(said(Node.fromJSON(schema, given)));
				expect(Y.encodeStateVector(doc)).toEqual(before);
				expect(lean(readBody(doc))).toEqual(said(node));
			})
		);
	});

	test('a table with holes is filled in the editor as the server reads it, and needs nothing more', () => {
		fc.assert(
			fc.property(rows, (given) => {
				fc.pre(tableOf(given) !== null);
				const ragged: DocNode = {
					type: 'table',
					content: given.map((content) => ({ type: 'tableRow', content }))
				};
				const node = Node.fromJSON(schema, { type: 'doc', content: [ragged] });
				const doc = new Y.Doc();
				prosemirrorToYXmlFragment(node, doc.getXmlFragment(bodyRoot));
				const state = EditorState.create({ doc: node });
				const mended = mendTables(state)?.doc ?? node;
				mended.check();
				expect(TableMap.get(mended.firstChild!).problems).toBeNull();
				expect(said(mended)).toEqual(lean(readBody(doc)));
				expect(mendTables(EditorState.create({ doc: mended }))).toBeNull();
			})
		);
	});
});
