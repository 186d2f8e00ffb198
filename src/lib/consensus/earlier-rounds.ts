import type { RoundView } from '#protocol/session-state.ts';

/** The rounds that led to this one, the last one first. */
export function earlierRounds(
	{ previousRoundId }: Pick<RoundView, 'previousRoundId'>,
	rounds: readonly RoundView[]
): RoundView[] {
	const previous = rounds.find(({ id }) => id === previousRoundId);
	if (!previous) return [];
	// A round follows an older one always, so this ends; nobody relies on it who reads a foreign export.
	const rest = rounds.filter(({ id }) => id !== previous.id);
	return [previous, ...earlierRounds(previous, rest)];
}
