/**
 * Competition ranks by an order: whoever comes first is rank 1, equals share a rank and the next one counts on behind all of them
 * (1, 1, 3). Ties are shown as ties; nothing here breaks them.
 */
export function ranksBy(options: readonly string[], before: (a: string, b: string) => boolean): Record<string, number> {
	return Object.fromEntries(
		options.map((option) => [option, 1 + options.filter((other) => before(other, option)).length])
	);
}

/** Competition ranks by scores: the highest is rank 1. */
export function competitionRanks(scores: ReadonlyMap<string, number>): Record<string, number> {
	const of = (option: string) => scores.get(option) ?? 0;
	return ranksBy([...scores.keys()], (a, b) => of(a) > of(b));
}

/** The options on the first rank; more than one means a tie. */
export function leaders(ranking: Readonly<Record<string, number>>): string[] {
	return Object.keys(ranking).filter((option) => ranking[option] === 1);
}
