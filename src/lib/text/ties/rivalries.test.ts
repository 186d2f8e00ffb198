import { expect, test, vi } from 'vitest';
import type { SuggestionState, TieKind } from '#domain/texts/suggestions.ts';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import type { SuggestionView, TieView } from '#protocol/suggestion-view.ts';
import * as collisions from '#text/rewordings/collide.ts';
import { shareUnchanged } from '#text/share-unchanged.ts';
import { SuggestionPlaces } from '../suggestions/placed.ts';
import { passagesOf, Rivalries } from './rivalries.ts';

vi.mock('#text/rewordings/collide.ts', { spy: true });

const p = (id: string, words: string): DocNode => ({
	type: 'paragraph',
	attrs: { id },
	content: [{ type: 'text', text: words }]
});
const care = 'Wir fördern die Pflege.';
const text: Doc = { type: 'doc', content: [p('a', care), p('b', 'Wir bauen Wege.')] };
const wants = (id: string, young: string, more: Partial<SuggestionView> = {}): SuggestionView => ({
	...{ id, author: null, groupName: null, before: [p('a', care)], after: [p('a', care.replace('die', young))] },
	...{
		heading: '',
		reason: '',
		state: 'open',
		at: 0,
		mine: false,
		decision: null,
		myStance: null,
		objections: [],
		basis: null
	},
	...{ round: 1, stances: { agree: 1, bearable: 0, object: 0 }, earlier: [], variant: null },
	...more
});
const idsOf = (some: readonly SuggestionView[]) => some.map(({ id }) => id);
const tie = (id: string, kind: TieKind, ...suggestionIds: string[]): TieView => ({ id, kind, suggestionIds });
const seen = (all: readonly SuggestionView[], ties: readonly TieView[] = []) => {
	const { open } = new SuggestionPlaces().in(text, all);
	return passagesOf(new Rivalries().in(text, open, all), ties, all).map(({ about, rivals, tie }) => ({
		about: idsOf(about),
		tied: idsOf(rivals?.tied ?? []),
		tie: tie?.id ?? null
	}));
};

test('only open suggestions compete, not those that were put off or are variants', () => {
	const all = (state: SuggestionState) => [wants('1', 'gute'), wants('2', 'jede'), wants('3', 'keine', { state })];
	expect(seen(all('open'))).toEqual([{ about: ['1', '2', '3'], tied: ['1', '2', '3'], tie: null }]);
	for (const state of ['deferred', 'variant'] as const)
		expect(seen(all(state))).toEqual([{ about: ['1', '2'], tied: ['1', '2'], tie: null }]);
});

test('a run-off stands beside those that are in it, also when they tie again', () => {
	const all = [wants('1', 'gute', { round: 2 }), wants('2', 'jede', { round: 2 }), wants('3', 'keine')];
	expect(seen(all, [tie('t', 'run-off', '1', '2')])).toEqual([{ about: ['1', '2', '3'], tied: ['1', '2'], tie: 't' }]);
});

test('variants can be taken back also while they have no place in the text', () => {
	const gone = { state: 'variant', before: [p('x', care)], after: [] } as const;
	const all = [wants('1', 'gute', { state: 'variant', variant: 1 }), wants('2', 'jede', { ...gone, variant: 2 })];
	expect(seen(all, [tie('v', 'variants', '1', '2'), tie('t', 'run-off', '1', '2')])).toEqual([
		{ about: ['1', '2'], tied: [], tie: 'v' }
	]);
});

test('a run-off in which somebody has decided is over', () => {
	const all = [wants('1', 'gute', { round: 2, state: 'accepted' }), wants('2', 'jede', { round: 2 })];
	expect(seen(all, [tie('t', 'run-off', '1', '2')])).toEqual([]);
});

test('while somebody writes elsewhere, nothing is weighed anew', () => {
	const [places, rivalries] = [new SuggestionPlaces(), new Rivalries()];
	const all = [wants('1', 'gute'), wants('2', 'jede')];
	expect(rivalries.in(text, places.in(text, all).open, all)).toHaveLength(1);
	const weighed = vi.mocked(collisions.collideIn).mock.calls.length;
	const written = shareUnchanged(text, { type: 'doc', content: [p('a', care), p('b', 'Wir bauen Radwege.')] });
	expect(rivalries.in(written, places.in(written, all).open, all)).toHaveLength(1);
	expect(vi.mocked(collisions.collideIn).mock.calls.length).toBe(weighed);
});
