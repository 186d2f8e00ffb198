import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { docToPlain, plainToDoc, type Doc, type DocMark, type DocNode } from './doc.ts';
import { saysTheSame } from './normal-doc.ts';
import { normaliseText } from './normal-form.ts';
import { freeze, freezeWords, isIntact } from './text-version.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const marks = fc.subarray<DocMark>([
	{ type: 'bold' },
	{ type: 'italic', attrs: { note: null } },
	{ type: 'link', attrs: { href: 'x' } }
]);
const words = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(' ', '\u200b', 'e', '\u0301', 'Ziel ', '\n'));
const inline: fc.Arbitrary<DocNode> = fc.oneof(
	fc.record({ type: fc.constant('text'), text: words, marks }),
	fc.constant({ type: 'hardBreak' })
);
const block: fc.Arbitrary<DocNode> = fc.record({
	type: fc.constantFrom('paragraph', 'heading'),
	attrs: fc.constantFrom<Required<DocNode>['attrs'][]>({ id: null }, { id: 'p1', level: 2 }, {}),
	content: fc.array(inline, { maxLength: 6 })
});
const doc: fc.Arbitrary<Doc> = fc.record({
	type: fc.constant('doc' as const),
	content: fc.array(block, { maxLength: 5 })
});

function shuffled(node: DocNode): DocNode {
	const entries = Object.entries(node).reverse();
	return Object.fromEntries(
		entries.map(([key, value]) => [key, key === 'content' ? node.content?.map(shuffled) : value])
	) as unknown as DocNode;
}

describe('a frozen text', () => {
	test('freezing it again gives the same fingerprint', () => {
		fc.assert(
			fc.property(doc, (text) => {
				const once = freeze(text, sha256);
				expect(freeze(once.doc, sha256)).toEqual(once);
				expect(isIntact(once, sha256)).toBe(true);
			})
		);
	});

	test('it does not matter in which order the editor wrote its members', () => {
		fc.assert(
			fc.property(doc, (text) => {
				expect(freeze(shuffled(text) as Doc, sha256).sha256).toBe(freeze(text, sha256).sha256);
			})
		);
	});

	test('one changed character is noticed', () => {
		const goal = freeze(plainToDoc('Die Anzahl der Einwohner/innen bei über 90.000 halten!'), sha256);
		const forged = { ...goal, doc: plainToDoc('Die Anzahl der Einwohner/innen bei über 80.000 halten!') };
		expect(isIntact(goal, sha256)).toBe(true);
		expect(isIntact(forged, sha256)).toBe(false);
	});

	test('stretches that differ only by how they were typed are one text', () => {
		const typed: Doc = {
			type: 'doc',
			content: [
				{ type: 'paragraph' },
				{
					type: 'paragraph',
					attrs: { id: null },
					content: [
						{ type: 'text', text: 'Radwege ' },
						{ type: 'text', text: 'bauen \u200b' }
					]
				},
				{ type: 'paragraph', content: [{ type: 'text', text: '  ' }] }
			]
		};
		expect(freeze(typed, sha256)).toEqual(freeze(plainToDoc('Radwege bauen'), sha256));
	});

	test('two texts say the same exactly when they would have one fingerprint', () => {
		fc.assert(
			fc.property(doc, doc, (one, other) => {
				expect(saysTheSame(one, freeze(one, sha256).doc)).toBe(true);
				expect(saysTheSame(one, other)).toBe(freeze(one, sha256).sha256 === freeze(other, sha256).sha256);
			})
		);
	});

	test('a text without words cannot be put to a decision', () => {
		expect(freezeWords(plainToDoc(' \n\u200b'), sha256)).toEqual({ ok: false, problem: { code: 'text.empty' } });
	});
});

describe('plain and formatted', () => {
	test('plain text comes back from its formatted form as its normal form', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(docToPlain(plainToDoc(text))).toBe(normaliseText(text));
			})
		);
	});

	test('list items and line breaks become lines', () => {
		const item = (text: string): DocNode => ({
			type: 'listItem',
			content: [{ type: 'paragraph', content: [{ type: 'text', text }] }]
		});
		const list: Doc = {
			type: 'doc',
			content: [
				{
					type: 'paragraph',
					content: [{ type: 'text', text: 'Ziel 1' }, { type: 'hardBreak' }, { type: 'text', text: 'bis 2035' }]
				},
				{ type: 'bulletList', content: [item('Strategierat'), item('Ratgeber')] }
			]
		};
		expect(docToPlain(list)).toBe('Ziel 1\nbis 2035\nStrategierat\nRatgeber');
	});

	test('a row of a table is one line, a table without a word is none', () => {
		const cell = (...words: string[]): DocNode => ({
			type: 'tableCell',
			content: words.map((text) => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] }))
		});
		const row = (...content: DocNode[]): DocNode => ({ type: 'tableRow', content });
		const table = (...content: DocNode[]): Doc => ({ type: 'doc', content: [{ type: 'table', content }] });
		expect(
			docToPlain(table(row(cell('Radweg'), cell('2.500 Euro', 'ab 2027'), cell('')), row(cell('Bus'), cell(''))))
		).toBe('Radweg | 2.500 Euro ab 2027 |\nBus |');
		expect(freezeWords(table(row(cell(''), cell(''))), sha256)).toEqual({ ok: false, problem: { code: 'text.empty' } });
	});

	test('freezing keeps the empty cells of a table and the ticks of tasks', () => {
		const empty: DocNode = { type: 'tableCell', content: [{ type: 'paragraph' }] };
		const task: DocNode = { type: 'taskItem', attrs: { checked: false }, content: [{ type: 'paragraph' }] };
		const doc: Doc = {
			type: 'doc',
			content: [
				{ type: 'table', content: [{ type: 'tableRow', content: [empty, empty] }] },
				{ type: 'taskList', content: [task] }
			]
		};
		expect(freeze(doc, sha256).doc).toEqual(doc);
	});

	test('the fingerprint of a text as it was before there were tables is still the same', () => {
		expect(freeze(plainToDoc('Radwege bauen\nBis 2035'), sha256).sha256).toBe(
			'32c65259195b5b9b38a520519b2815a1b3639bc93b77be532443fa810d200bca'
		);
	});
});
