import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { docToPlain } from '#domain/texts/doc.ts';
import { performOnText, textDeeds, type TextDeed } from '../../../tests/support/text-deeds.ts';
import { readBody } from '../read-body.ts';
import { writeBody } from '../write-body.ts';
import { accepted, standingOf } from './apply.ts';
import { changesBetween } from './changes.ts';
import type { Rewording } from './rewording.ts';

const p = (id: string, words: string): DocNode => ({
	type: 'paragraph',
	attrs: { id },
	...(words && { content: [{ type: 'text', text: words }] })
});
const item = (...content: DocNode[]): DocNode => ({ type: 'listItem', content });
const doc = (...content: DocNode[]): Doc => ({ type: 'doc', content });

const rewords = (before: Doc, after: Doc): Rewording => {
	const changes = changesBetween(before, after);
	expect(changes).toHaveLength(1);
	return changes[0]!;
};
const accept = (text: Doc, change: Rewording): Doc => {
	const standing = standingOf(text, change);
	if (standing.kind !== 'fits') throw new Error(`The rewording is ${standing.kind}`);
	return accepted(text, standing);
};

const care = 'Wir fördern die Pflege. Wir stärken das Ehrenamt. Wir bauen Radwege.';
const vision = doc(p('a', 'Vision'), p('b', care), p('c', 'Ende'));

describe('a suggestion', () => {
	test('is as small as the paragraph it changes, also in a list', () => {
		const list = (second: string) =>
			doc(p('a', 'Leitsätze'), { type: 'orderedList', content: [item(p('x', 'Eins')), item(p('y', second))] });
		expect(rewords(list('Zwei'), list('Zwei und mehr'))).toEqual({
			before: [p('y', 'Zwei')],
			after: [p('y', 'Zwei und mehr')]
		});
	});

	test('holds what was split together, and what was joined', () => {
		const split = doc(
			p('a', 'Vision'),
			p('b', 'Wir fördern die Pflege.'),
			p('n', 'Wir stärken das Ehrenamt.'),
			p('c', 'Ende')
		);
		expect(rewords(vision, split)).toEqual({ before: [p('b', care)], after: split.content!.slice(1, 3) });
		expect(rewords(split, vision)).toEqual({ before: split.content!.slice(1, 3), after: [p('b', care)] });
	});

	test('parts what can be decided one by one', () => {
		const both = doc(p('a', 'Unsere Vision'), p('b', care), p('c', 'Schluss'));
		expect(changesBetween(vision, both).map(({ after }) => docToPlain(doc(...after)))).toEqual([
			'Unsere Vision',
			'Schluss'
		]);
	});

	test('for a cell without an id, as one that fills a hole of a table, is about its row', () => {
		const cell = (...content: DocNode[]): DocNode => ({ type: 'tableCell', content });
		const table = (second: DocNode) =>
			doc(p('a', 'Vision'), {
				type: 'table',
				content: [
					{ type: 'tableRow', content: [cell(p('x', 'Ziel')), cell(second)] },
					{ type: 'tableRow', content: [cell(p('y', 'Jahr')), cell(p('z', '2035'))] }
				]
			});
		const { before } = rewords(table({ type: 'paragraph' }), table(p('n', 'bis wann')));
		expect(before.map(({ type }) => type)).toEqual(['tableRow']);
	});

	test('says beside which paragraph a new one stands', () => {
		const more = doc(p('a', 'Vision'), p('n', 'Neu'), p('b', care), p('c', 'Ende'));
		expect(rewords(vision, more)).toEqual({ before: [p('a', 'Vision')], after: [p('a', 'Vision'), p('n', 'Neu')] });
		const first = doc(p('n', 'Neu'), ...vision.content!);
		expect(rewords(vision, first)).toEqual({ before: [p('a', 'Vision')], after: [p('n', 'Neu'), p('a', 'Vision')] });
	});
});

describe('a suggestion meets a text that moved on', () => {
	const ours = rewords(
		vision,
		doc(p('a', 'Vision'), p('b', care.replace('die Pflege', 'gute Pflege')), p('c', 'Ende'))
	);

	test('what others changed in other sentences stays', () => {
		const now = doc(p('a', 'Vision'), p('b', care.replace('Radwege', 'Radwege und Brücken')), p('c', 'Ende'));
		expect(docToPlain(accept(now, ours))).toBe(
			'Vision\nWir fördern gute Pflege. Wir stärken das Ehrenamt. Wir bauen Radwege und Brücken.\nEnde'
		);
	});

	test('two wordings of one sentence never become a third that nobody wrote', () => {
		const theirs = rewords(vision, doc(p('a', 'Vision'), p('b', care.replace('fördern', 'sichern')), p('c', 'Ende')));
		expect(standingOf(accept(vision, theirs), ours).kind).toBe('disputed');
		expect(standingOf(accept(vision, ours), theirs).kind).toBe('disputed');
	});

	test('it finds its paragraph in another place', () => {
		const now = doc({ type: 'bulletList', content: [item(p('b', care))] }, p('a', 'Vision'));
		expect(docToPlain(accept(now, ours))).toContain('gute Pflege');
	});

	test('without its paragraph it is kept apart', () => {
		expect(standingOf(doc(p('a', 'Vision'), p('c', 'Ende')), ours).kind).toBe('gone');
	});

	test('what is said already is not said twice', () => {
		expect(standingOf(accept(vision, ours), ours).kind).toBe('said');
	});

	test('a list without items and an item without words do not stay behind', () => {
		const list = doc(p('a', 'Vision'), { type: 'bulletList', content: [item(p('x', 'Eins'))] });
		expect(accept(list, { before: [item(p('x', 'Eins'))], after: [] })).toEqual(doc(p('a', 'Vision')));
		expect(accept(list, { before: [p('x', 'Eins')], after: [] }).content![1]).toEqual({
			type: 'bulletList',
			content: [item({ type: 'paragraph' })]
		});
	});
});

const deed = fc.record({ what: fc.nat(textDeeds - 1), pick: fc.nat(99), other: fc.nat(99) });
const deeds = (max: number) => fc.array(deed, { minLength: 1, maxLength: max });

function written(text: Doc, todo: readonly Omit<TextDeed, 'id'>[], by: string): Doc {
	const live = new Y.Doc();
	writeBody(live, text, () => `${by}-begin`);
	todo.forEach((each, at) => performOnText(live, { ...each, id: `${by}${at}` }, {}));
	return readBody(live);
}

/** What a text says, without the ids that no reader sees. */
const said = (text: Doc): unknown =>
	JSON.parse(JSON.stringify(text, (name, value: unknown) => (name === 'id' ? undefined : value)));

describe('whatever somebody changes', () => {
	test('all suggestions together make the text that she wrote, in whatever order they are accepted', () => {
		fc.assert(
			fc.property(deeds(12), deeds(8), fc.integer(), (begin, changes, order) => {
				const before = written(doc(p('first', care)), begin, 'x');
				const after = written(before, changes, 'y');
				const todo = changesBetween(before, after);
				for (let at = todo.length - 1; at > 0; at--) {
					const other = Math.abs(order + at * 7) % (at + 1);
					[todo[at], todo[other]] = [todo[other]!, todo[at]!];
				}
				expect(said(readable(todo.reduce(accept, before)))).toEqual(said(after));
			}),
			{ numRuns: 400 }
		);
	});
});

/** As the live text would hold it. */
function readable(text: Doc): Doc {
	const live = new Y.Doc();
	let last = 0;
	writeBody(live, text, () => `w${last++}`);
	return readBody(live);
}
