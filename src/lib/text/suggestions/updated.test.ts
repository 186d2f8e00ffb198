import { expect, test } from 'vitest';
import type { SuggestionView } from '#protocol/suggestion-view.ts';
import { updated } from './updated.ts';

const suggestion = (id: string, more: Partial<SuggestionView> = {}): SuggestionView => ({
	...{ id, author: null, groupName: null, before: [], after: [], heading: '', reason: '', state: 'open', at: 0 },
	...{ mine: false, decision: null, myStance: null, objections: [], basis: null, round: 1, earlier: [] },
	...{ variant: null, stances: { agree: 0, bearable: 0, object: 0 } },
	...more
});
const [a, b, c] = [suggestion('a'), suggestion('b'), suggestion('c')];
const told = (suggestions: SuggestionView[], since: string | null, gone: string[] = []) => ({
	...{ suggestions, since, gone, moment: '2' }
});

test('an answer about what changed leaves everything else as it is, the very same objects', () => {
	const decided = suggestion('b', { state: 'accepted' });
	const now = updated([a, b, c], told([decided], '1'));
	expect(now).toEqual([a, decided, c]);
	expect(now[0]).toBe(a);
	expect(updated([a, c], told([suggestion('b')], '1')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
	expect(updated([a, b, c], told([], '1', ['b']))).toEqual([a, c]);
});

test('an answer about everything keeps nothing that it does not name, and the objects of what stayed', () => {
	const now = updated([a, b, c], told([suggestion('b'), suggestion('d')], null));
	expect(now.map(({ id }) => id)).toEqual(['b', 'd']);
	expect(now[0]).toBe(b);
});
