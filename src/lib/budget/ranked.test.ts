import { expect, test } from 'vitest';
import type { BudgetView, MeasureView } from '#protocol/budget-view.ts';
import { moved, proposedOrder } from './ranked.ts';
import { Trial } from './trial.svelte.ts';

const measure = (id: string, more: Partial<MeasureView> = {}) =>
	({
		id,
		shares: [],
		unassigned: {},
		mandate: '',
		requires: [],
		scored: null,
		allocation: null,
		...more
	}) as unknown as MeasureView;
const allocation = (rank: number) => ({ rank, amounts: {}, approvedBy: [] });
const budget = (measures: MeasureView[], ranking?: Record<string, number>) =>
	({ years: [2027], contributions: [], measures, lastVote: ranking ? { ranking } : null }) as unknown as BudgetView;

test('money goes first to what has some, then to duties, to the common core, and to the winners of the last vote', () => {
	const all = [
		measure('second', { scored: 4 }),
		measure('winner', { scored: 3 }),
		measure('core', { scored: 1 }),
		measure('duty', { mandate: '§ 97 SchulG', scored: 5 }),
		measure('has', { allocation: allocation(1) }),
		measure('out', { scored: 2 })
	];
	const chosen = ['second', 'winner', 'core', 'duty', 'has'];
	expect(proposedOrder(budget(all, { winner: 1, second: 2 }), chosen)).toEqual([
		'has',
		'duty',
		'core',
		'winner',
		'second'
	]);
});

test('moving one place up or down keeps all others in their order', () => {
	expect([moved(['a', 'b', 'c'], 2, -1), moved(['a', 'b', 'c'], 0, 1)]).toEqual([
		['a', 'c', 'b'],
		['b', 'a', 'c']
	]);
});

test('what a law demands can be neither left out nor put in twice, and scenarios are taken over whole', () => {
	const trial = new Trial(() =>
		budget([measure('duty', { mandate: '§ 97' }), measure('b'), measure('a', { scored: 1 })])
	);
	expect([trial.listed.map(({ id }) => id), trial.chosen]).toEqual([['a', 'duty', 'b'], ['duty']]);
	trial.put('duty', false);
	trial.put('b', true);
	trial.put('b', true);
	expect(trial.chosen).toEqual(['duty', 'b']);
	trial.take(['a', 'gone']);
	expect(trial.chosen).toEqual(['a', 'duty']);
});
