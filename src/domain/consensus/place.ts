import { isRecord } from './shapes.ts';

/** A place in the order that a vote has made. */
export interface Place {
	readonly rank: number;
	/** How many were compared. */
	readonly of: number;
	/** Whether others have the same rank. */
	readonly shared: boolean;
}

/** What is needed of a stored result to read places out of it. */
interface Result {
	readonly tally: Readonly<Record<string, unknown>>;
	readonly cast: number;
	readonly quorate: boolean | null;
}

/** The place of an option in a stored result; null where there was nothing to compare it with, nobody answered, or too few did. */
export function placeIn({ tally, cast, quorate }: Result, optionId: string): Place | null {
	const ranks = isRecord(tally.rank) ? tally.rank : {};
	const rank = Object.hasOwn(ranks, optionId) ? ranks[optionId] : undefined;
	if (typeof rank !== 'number' || cast === 0 || quorate === false) return null;
	const all = Object.values(ranks);
	if (all.length < 2) return null;
	return { rank, of: all.length, shared: all.filter((other) => other === rank).length > 1 };
}
