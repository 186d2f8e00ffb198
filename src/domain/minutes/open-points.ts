import type { Minutes, OpenPoint } from './minutes.ts';

/** What a session left open: cards that nobody has seen, rounds that run, and clusters on which nothing was agreed. */
export function openPointsOf({
	steps,
	clusters,
	rounds,
	agreements
}: Pick<Minutes, 'steps' | 'clusters' | 'rounds' | 'agreements'>): readonly OpenPoint[] {
	const standing = agreements.filter(({ state }) => state !== 'withdrawn');
	const agreed = new Set(standing.flatMap(({ optionId }) => optionId ?? []));
	const decided = new Set(
		rounds.flatMap(({ options }) =>
			options.filter(({ id }) => agreed.has(id)).flatMap(({ elementId }) => elementId ?? [])
		)
	);
	return [
		...steps
			.filter(({ hidden }) => hidden > 0)
			.map(({ title, hidden }) => ({ kind: 'hidden-cards' as const, step: title, count: hidden })),
		...rounds
			.filter(({ state }) => state === 'open')
			.map(({ question }) => ({ kind: 'open-round' as const, question })),
		...clusters
			.filter(({ elementId }) => !decided.has(elementId))
			.map(({ title, cards }) => ({ kind: 'undecided-cluster' as const, title, cards: cards.length }))
	];
}
