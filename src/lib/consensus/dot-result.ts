import type { RoundView } from '#protocol/session-state.ts';

/** One line of a result. */
export interface ResultLine {
	optionId: string;
	label: string;
	dots: number;
	voters: number;
	rank: number;
	/** Whether others share this rank with as many dots; nobody ties for nothing. */
	tied: boolean;
	/** How long its bar is, compared with the longest: 0 to 1. */
	share: number;
}

/** The result of a closed round, the first rank first; null before the close. */
export function dotResult(round: RoundView): { lines: ResultLine[]; unused: number } | null {
	if (!round.result) return null;
	const { total, voters, rank, unused } = round.result.tally;
	const [dotsOn, votersOf, rankOf] = [numbers(total), numbers(voters), numbers(rank)];
	const most = Math.max(1, ...round.options.map(({ id }) => dotsOn(id)));
	const lines = round.options.map(({ id, label }) => ({
		optionId: id,
		label,
		dots: dotsOn(id),
		voters: votersOf(id),
		rank: rankOf(id),
		tied: dotsOn(id) > 0 && round.options.some((other) => other.id !== id && rankOf(other.id) === rankOf(id)),
		share: dotsOn(id) / most
	}));
	return { lines: lines.sort((a, b) => a.rank - b.rank), unused: typeof unused === 'number' ? unused : 0 };
}

/** Half of the options, rounded down, plus one: decide before you stick. */
export const usualDots = (options: number): number => Math.floor(options / 2) + 1;

function numbers(record: unknown): (id: string) => number {
	const known = typeof record === 'object' && record !== null ? (record as Record<string, unknown>) : {};
	return (id) => (typeof known[id] === 'number' ? known[id] : 0);
}
