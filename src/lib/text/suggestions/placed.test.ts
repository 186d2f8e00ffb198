import { expect, test } from 'vitest';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import type { SuggestionView } from '#protocol/suggestion-view.ts';
import { shareUnchanged } from '#text/share-unchanged.ts';
import { SuggestionPlaces } from './placed.ts';

const paragraph = (id: string, text: string): DocNode => ({
	type: 'paragraph',
	attrs: { id },
	content: [{ type: 'text', text }]
});
const text = (...content: DocNode[]): Doc => ({ type: 'doc', content });
const suggestion = (id: string, before: DocNode, words: string): SuggestionView => ({
	...{ id, author: 'A', groupName: null, before: [before], after: [paragraph(String(before.attrs?.id), words)] },
	...{ heading: '', reason: '', state: 'open', at: 0, mine: false, decision: null },
	...{ stances: { agree: 0, bearable: 0, object: 0 }, myStance: null, objections: [], basis: null },
	...{ round: 1, earlier: [], variant: null }
});

const [roads, care] = [paragraph('a', 'Wir bauen Wege.'), paragraph('b', 'Wir fördern Pflege. Wir bauen Schulen.')];
const two = [
	suggestion('1', roads, 'Wir bauen Radwege.'),
	suggestion('2', care, 'Wir fördern gute Pflege. Wir bauen Schulen.')
];

test('while somebody writes, only those suggestions are placed anew whose passage she writes in', () => {
	const places = new SuggestionPlaces();
	const first = places.in(text(roads, care), two);
	const written = text(
		paragraph('neu', 'Vorweg.'),
		roads,
		paragraph('b', 'Wir fördern Pflege. Wir bauen Schulen neu.')
	);
	const then = places.in(shareUnchanged(text(roads, care), written), two);
	expect(then.open[0]).toBe(first.open[0]);
	expect(then.open[1]).not.toBe(first.open[1]);
	expect(then.open[1]?.change.after).toEqual([paragraph('b', 'Wir fördern gute Pflege. Wir bauen Schulen neu.')]);
	expect(then).toEqual(new SuggestionPlaces().in(written, two));
});

test('a suggestion loses its place with its paragraph, and finds it again', () => {
	const places = new SuggestionPlaces();
	places.in(text(roads, care), two);
	expect(places.in(text(roads), two).unanchored.map((each) => each.suggestion.id)).toEqual(['2']);
	expect(places.in(text(care, roads), two).open.map((each) => each.suggestion.id)).toEqual(['2', '1']);
});

test('a passage that says something else than when the suggestion was made is known as moved', () => {
	const places = new SuggestionPlaces();
	expect(places.in(text(roads, care), two).open.map(({ moved }) => moved)).toEqual([false, false]);
	const written = text(roads, paragraph('b', 'Wir fördern Pflege. Wir bauen Schulen neu.'));
	expect(places.in(written, two).open.map(({ moved }) => moved)).toEqual([false, true]);
});

test('what was decided or said about a suggestion is seen at once', () => {
	const places = new SuggestionPlaces();
	places.in(text(roads, care), two);
	const agreed = { ...two[0]!, stances: { agree: 1, bearable: 0, object: 0 } };
	expect(places.in(text(roads, care), [agreed, two[1]!]).open[0]?.suggestion).toBe(agreed);
});
