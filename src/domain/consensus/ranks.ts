/**
 * Competition ranks: the highest score is rank 1, equal scores share a rank and the next one counts on behind all of them
 * (1, 1, 3). Ties are shown as ties; nothing here breaks them.
 */
export function competitionRanks(scores: ReadonlyMap<string, number>): Record<string, number> {
	const all = [...scores.values()];
	return Object.fromEntries(
		[...scores].map(([option, score]) => [option, 1 + all.filter((other) => other > score).length])
	);
}

/** The options on the first rank; more than one means a tie. */
export function leaders(ranking: Readonly<Record<string, number>>): string[] {
	return Object.keys(ranking).filter((option) => ranking[option] === 1);
}
