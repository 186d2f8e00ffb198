import { isMandatory } from '#domain/budget/measure.ts';
import type { BudgetView, MeasureView } from '#protocol/budget-view.ts';
import { byScore } from './trial.svelte.ts';

/** The measures that have money, in the order of their priority. */
export const byRank = (measures: readonly MeasureView[]): MeasureView[] =>
	measures
		.filter(({ allocation }) => allocation !== null)
		.sort((a, b) => (a.allocation?.rank ?? 0) - (b.allocation?.rank ?? 0));

/** The list with the entry at `at` moved by so many places. */
export function moved<T>(list: readonly T[], at: number, by: number): T[] {
	const rest = list.filter((_, place) => place !== at);
	const entry = list[at];
	return entry === undefined ? rest : [...rest.slice(0, at + by), entry, ...rest.slice(at + by)];
}

/**
 * The order in which what is chosen would get money: what has some keeps its place; then what a law demands, what nobody had to vote on again,
 * and at last what the last vote was about, by its ranks.
 */
export function proposedOrder({ measures, lastVote }: BudgetView, chosen: readonly string[]): string[] {
	const has = byRank(measures).map(({ id }) => id);
	const standing = (measure: MeasureView) => (isMandatory(measure) ? -1 : (lastVote?.ranking[measure.id] ?? 0));
	const rest = byScore(measures)
		.filter(({ id }) => !has.includes(id))
		.sort((a, b) => standing(a) - standing(b));
	return [...has, ...rest.map(({ id }) => id)].filter((id) => chosen.includes(id));
}
