import { expect, test } from 'vitest';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import type { SuggestionState } from '#domain/texts/suggestions.ts';
import type { SuggestionView } from '#protocol/suggestion-view.ts';
import { SuggestionPlaces } from '../suggestions/placed.ts';
import { paragraphIn, suggestionsFor } from './paragraph.ts';

const paragraph = (id: string, text: string): DocNode => ({
	type: 'paragraph',
	attrs: { id },
	...(text !== '' && { content: [{ type: 'text', text }] })
});
const long = 'Wir bauen in allen Gemeinden Wege für Räder, Rollstühle und alle, die zu Fuß gehen wollen.';
const doc: Doc = {
	type: 'doc',
	content: [paragraph('a', 'Vision'), paragraph('b', long), paragraph('c', ''), paragraph('d', 'Wir fördern Pflege.')]
};

test('a paragraph in discussion is named by its lines and its beginning', () => {
	expect(paragraphIn(doc, 'b')).toMatchObject({ id: 'b', lines: { first: 2, last: 3 }, words: long.slice(0, 60) });
	expect(paragraphIn(doc, 'c')?.lines).toBeNull();
});

test('who goes on to the next paragraph leaves out those without words', () => {
	expect(paragraphIn(doc, 'b')).toMatchObject({ previous: 'a', next: 'd' });
	expect(paragraphIn(doc, 'a')?.previous).toBeNull();
	expect(paragraphIn(doc, 'd')?.next).toBeNull();
});

test('a paragraph that was deleted is none, and one again when it comes back', () => {
	expect(paragraphIn({ ...doc, content: doc.content!.slice(0, 1) }, 'b')).toBeNull();
	expect(paragraphIn(doc, 'b')).not.toBeNull();
});

function suggestion(id: string, about: string, state: SuggestionState): SuggestionView {
	const [before, after] = [doc.content!.find(({ attrs }) => attrs?.id === about)!, paragraph(about, `${id}.`)];
	return {
		...{ id, author: null, groupName: null, before: [before], after: [after], heading: '', reason: '', state },
		...{ at: 0, mine: false, decision: null, myStance: null, objections: [], basis: null },
		...{ round: 1, earlier: [], variant: null, stances: { agree: 0, bearable: 0, object: 0 } }
	};
}

test('suggestions for a paragraph keep their numbers when one of them is decided', () => {
	const numbers = (state: SuggestionState) => {
		const all = [suggestion('1', 'b', state), suggestion('2', 'd', 'open'), suggestion('3', 'b', 'open')];
		const { open } = new SuggestionPlaces().in(doc, all);
		return suggestionsFor('b', open, all).map(({ number, placed }) => [number, placed.suggestion.id]);
	};
	expect(numbers('open')).toEqual([
		[1, '1'],
		[2, '3']
	]);
	expect(numbers('accepted')).toEqual([[2, '3']]);
});
