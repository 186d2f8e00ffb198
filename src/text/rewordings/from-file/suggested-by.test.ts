import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { docToPlain, plainToDoc, type Doc, type DocNode } from '#domain/texts/doc.ts';
import { performOnText, textDeeds } from '../../../../tests/support/text-deeds.ts';
import { readBody } from '../../read-body.ts';
import { writeBody } from '../../write-body.ts';
import { accepted, standingOf } from '../apply.ts';
import type { Rewording } from '../rewording.ts';
import { leavesOf } from './leaves.ts';
import { signedAs, spelled, withoutSign } from './spelling.ts';
import { suggestedBy } from './suggested-by.ts';

const text = (words: string, ...marks: string[]): DocNode => ({
	type: 'text',
	text: words,
	...(marks.length > 0 && { marks: marks.map((type) => ({ type })) })
});
const p = (id: string | null, ...content: (string | DocNode)[]): DocNode => ({
	type: 'paragraph',
	...(id !== null && { attrs: { id } }),
	content: content.map((each) => (typeof each === 'string' ? text(each) : each))
});
const doc = (...content: DocNode[]): Doc => ({ type: 'doc', content });
const bullets = (...items: DocNode[]): DocNode => ({
	type: 'bulletList',
	content: items.map((each) => ({ type: 'listItem', content: [each] }))
});
const words = (nodes: readonly DocNode[]) => docToPlain(doc(...nodes));
/** The text after every suggestion that fits was taken. */
const taken = (live: Doc, changes: readonly Rewording[]): Doc =>
	changes.reduce((now, change) => {
		const standing = standingOf(now, change);
		return standing.kind === 'fits' ? accepted(now, standing) : now;
	}, live);

const title = 'Leitbild des Landkreises';
const care = 'Wir fördern die Pflege in allen Gemeinden. Wir stärken das Ehrenamt.';
const roads = 'Bis 2035 bauen wir Radwege zwischen den Orten.';
const homes = 'Wohnungen für Familien entstehen in der Mitte der Dörfer.';
const live = doc(
	{ type: 'heading', attrs: { id: 'a', level: 1 }, content: [text(title)] },
	p('b', care),
	p('c', roads),
	p('d', homes)
);

describe('a Word file with tracked changes', () => {
	test('becomes a suggestion for each passage, at the paragraphs of the text', () => {
		const suggested = suggestedBy(live, {
			before: plainToDoc([title, care, roads, homes].join('\n')),
			after: plainToDoc(
				[title, care.replace('die Pflege', 'gute Pflege'), roads, homes.replace('Mitte', 'Nähe')].join('\n')
			)
		});
		expect(suggested.lost).toEqual([]);
		expect(suggested.changes.map(({ before, after }) => [before[0]?.attrs?.id, words(after)])).toEqual([
			['b', care.replace('die Pflege', 'gute Pflege')],
			['d', homes.replace('Mitte', 'Nähe')]
		]);
	});

	test('says nothing where only looks, numbers, blanks and quotation marks differ', () => {
		const here = doc(
			p('a', text('Ziel: ', 'bold'), '"Mehr Radwege" – überall'),
			bullets(p('b', 'Erstens das Ehrenamt'))
		);
		const file = doc(
			p(null, 'Ziel: „Mehr\u00a0Radwege“ - überall', text(' ', 'italic')),
			p(null, '1.\tErstens das Ehren\u00adamt')
		);
		expect(suggestedBy(here, { before: file, after: file })).toEqual({ changes: [], lost: [] });
		expect(suggestedBy(here, { before: null, after: file })).toEqual({ changes: [], lost: [] });
	});

	test('keeps the looks of the words that stay, and what replaces bold words is bold', () => {
		const here = doc(p('a', 'Wir halten ', text('80.000', 'bold'), ' Einwohner in den Gemeinden.'));
		const { changes } = suggestedBy(here, {
			before: plainToDoc('Wir halten 80.000 Einwohner in den Gemeinden.'),
			after: plainToDoc('Wir halten 90.000 Einwohner in den Gemeinden und Orten.')
		});
		expect(changes[0]?.after[0]?.content).toEqual([
			text('Wir halten '),
			text('90.000', 'bold'),
			text(' Einwohner in den Gemeinden und Orten.')
		]);
	});

	test('meets a text that moved on: other sentences stay as they are by now, and the same one is disputed', () => {
		const before = plainToDoc([title, care, roads].join('\n'));
		const moved = doc(
			live.content![0]!,
			p('b', care.replace('das Ehrenamt', 'Vereine')),
			p('c', roads.replace('Orten', 'Dörfern'))
		);
		const after = plainToDoc(
			[title, care.replace('die Pflege', 'gute Pflege'), roads.replace('2035', '2030')].join('\n')
		);
		const { changes } = suggestedBy(moved, { before, after });
		expect(changes.map(({ after }) => words(after))).toEqual([
			'Wir fördern gute Pflege in allen Gemeinden. Wir stärken Vereine.',
			roads.replace('2035', '2030')
		]);
		expect(changes.map((change) => standingOf(moved, change).kind)).toEqual(['fits', 'disputed']);
	});

	test('puts new paragraphs behind the one above them, new items into its list, and takes out what it deletes', () => {
		const here = doc(
			p('a', title),
			bullets(p('b', 'Pflege in Gemeinden'), p('c', 'Radwege zwischen Orten')),
			p('d', homes)
		);
		const before = [title, 'Pflege in Gemeinden', 'Radwege zwischen Orten', homes];
		const after = ['Ganz oben', title, 'Pflege in Gemeinden', 'Ehrenamt', 'Radwege zwischen Orten', 'Hinter der Liste'];
		const { changes, lost } = suggestedBy(here, {
			before: plainToDoc(before.join('\n')),
			after: plainToDoc(after.join('\n'))
		});
		expect(lost).toEqual([]);
		const now = taken(here, changes);
		expect(now.content?.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'bulletList', 'paragraph']);
		expect(docToPlain(now)).toBe(after.join('\n'));
	});

	test('says which of its paragraphs have no place, and brings nothing twice', () => {
		const here = doc(...live.content!, p('e', 'Das wurde schon übernommen.'));
		const letter = ['Fraktion Grün, Antrag zur Sitzung', title, care];
		const { changes, lost } = suggestedBy(here, {
			before: plainToDoc(letter.join('\n')),
			after: plainToDoc([letter[0], 'Neu im Brief', title, care, 'Das wurde schon übernommen.'].join('\n'))
		});
		expect({ changes, lost }).toEqual({ changes: [], lost: [letter[0], 'Neu im Brief'] });
	});
});

describe('a file or passage without tracked changes', () => {
	test('is held against the text from the first paragraph that both have to the last', () => {
		const passage = [
			care.replace('die Pflege', 'gute Pflege'),
			'Ein neuer Satz dazwischen.',
			roads,
			'Ein neuer danach.'
		];
		const { changes, lost } = suggestedBy(live, { before: null, after: plainToDoc(passage.join('\n')) });
		expect(lost).toEqual([]);
		expect(docToPlain(taken(live, changes))).toBe([title, ...passage, homes].join('\n'));
	});

	test('with nothing of this text is lost as a whole', () => {
		expect(suggestedBy(live, { before: null, after: plainToDoc('Guten Tag!\nMit Grüßen') })).toEqual({
			changes: [],
			lost: ['Guten Tag!', 'Mit Grüßen']
		});
	});
});

test('a number belongs to the words where both have one', () => {
	expect(signedAs('2. Ziel', 'Ziel')).toBe('Ziel');
	expect(signedAs('Ziel', '3.1 Ziel')).toBe('3.1 Ziel');
	expect(signedAs('2. Ziel', '3. Ziel')).toBe('2. Ziel');
	expect(withoutSign('80.000 Einwohner')).toBe('80.000 Einwohner');
	expect(withoutSign('2035 sind wir fertig')).toBe('2035 sind wir fertig');
});

const deeds = fc.array(fc.record({ what: fc.nat(textDeeds - 1), pick: fc.nat(99), other: fc.nat(99) }), {
	maxLength: 14
});

function written(begin: Doc, todo: readonly { what: number; pick: number; other: number }[], by: string): Doc {
	const made = new Y.Doc();
	writeBody(made, begin, () => `${by}-begin`);
	todo.forEach((each, at) => performOnText(made, { ...each, id: `${by}${at}` }, {}));
	return readBody(made);
}

describe('whatever stands in a file', () => {
	test('a text suggests nothing for itself', () => {
		fc.assert(
			fc.property(deeds, fc.boolean(), (todo, tracked) => {
				const text = written(live, todo, 'x');
				expect(suggestedBy(text, { before: tracked ? text : null, after: text })).toEqual({ changes: [], lost: [] });
			}),
			{ numRuns: 200 }
		);
	});

	test('each of its paragraphs stands in the text once all is taken, or is said to have no place', () => {
		const key = (said: string) => spelled(withoutSign(said)).trim();
		const keys = (text: Doc) => leavesOf(text).map(({ words }) => key(words));
		fc.assert(
			fc.property(deeds, deeds, deeds, fc.boolean(), (begin, others, theirs, tracked) => {
				const before = written(live, begin, 'x');
				const [text, after] = [tracked ? before : written(before, others, 'y'), written(before, theirs, 'z')];
				const { changes, lost } = suggestedBy(text, { before: tracked ? before : null, after });
				const said = new Set([...keys(taken(text, changes)), ...lost.map(key)]);
				for (const words of keys(after)) expect(said).toContain(words);
			}),
			{ numRuns: 300 }
		);
	});

	test('whatever it suggests for a text that moved on has its passage there', () => {
		fc.assert(
			fc.property(deeds, deeds, deeds, (begin, others, theirs) => {
				const before = written(live, begin, 'x');
				const [text, after] = [written(before, others, 'y'), written(before, theirs, 'z')];
				const { changes } = suggestedBy(text, { before, after });
				for (const change of changes) {
					expect(change.before.length).toBeGreaterThan(0);
					expect(standingOf(text, change).kind).not.toBe('gone');
				}
				expect(taken(text, changes).content?.length).toBeGreaterThan(0);
			}),
			{ numRuns: 200 }
		);
	});
});
