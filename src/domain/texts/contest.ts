import type { StanceCounts } from './suggestions.ts';

/** A suggestion as far as the poll goes. */
export interface Contestant {
	readonly id: string;
	/** In which round of the poll it stands, from 1; each run-off is another one. */
	readonly round: number;
	/** How people stand towards it in this round. */
	readonly stances: StanceCounts;
}

/** How suggestions for the same passage stand to each other. The poll decides nothing; it says what goes on. */
export interface Contest<T extends Contestant> {
	/** The latest round among them. */
	readonly round: number;
	/** From the first place down; those that share a place stand beside each other. */
	readonly places: readonly (readonly T[])[];
	/** Without a place: nobody has taken a stance on them in the latest round. */
	readonly unplaced: readonly T[];
	/** Those that share the first place though the text can have only one of them; none where there is no tie. */
	readonly tied: readonly T[];
	/** Those in the first place, once there is a result and it is no tie. */
	readonly leading: readonly T[];
}

/** So many must have a place before there is a result: one alone has won against nobody. */
const placesForResult = 2;

/**
 * How suggestions for one passage stand by the declared rule: those with the fewest objections come first, and among them those with the most
 * agreement. Whoever can only bear something weighs neither. Only the latest round counts, and only what somebody has taken a stance on.
 * `excludes` says whether the text can have only one of two. What is equal stays in the order in which it was handed in.
 */
export function contestOf<T extends Contestant>(
	suggestions: readonly T[],
	excludes: (one: T, other: T) => boolean
): Contest<T> {
	const round = Math.max(1, ...suggestions.map((each) => each.round));
	const polled = suggestions.filter((each) => each.round === round && isPolled(each));
	const places = placed(polled);
	const first = polled.length < placesForResult ? [] : (places[0] ?? []);
	const tied = first.filter((one) => first.some((other) => other !== one && excludes(one, other)));
	return {
		round,
		places,
		unplaced: suggestions.filter((each) => !polled.includes(each)),
		tied,
		leading: tied.length > 0 ? [] : first
	};
}

const isPolled = ({ stances: { agree, bearable, object } }: Contestant): boolean => agree + bearable + object > 0;

/** Which of two comes first by the rule; 0 where it says nothing. */
const byRule = ({ stances: one }: Contestant, { stances: other }: Contestant): number =>
	one.object - other.object || other.agree - one.agree;

function placed<T extends Contestant>(polled: readonly T[]): T[][] {
	const places: T[][] = [];
	for (const each of [...polled].sort(byRule)) {
		const last = places.at(-1);
		if (last?.[0] && byRule(last[0], each) === 0) last.push(each);
		else places.push([each]);
	}
	return places;
}

/** Parts things into groups: two that belong together are in the same one, and so is what belongs to either of them. */
export function groupsOf<T>(things: readonly T[], belong: (one: T, other: T) => boolean): T[][] {
	let groups: T[][] = [];
	for (const thing of things) {
		const own = groups.filter((group) => group.some((other) => belong(other, thing)));
		groups = [...groups.filter((group) => !own.includes(group)), [...own.flat(), thing]];
	}
	const order = new Map(things.map((thing, at) => [thing, at]));
	const at = (thing: T | undefined) => (thing === undefined ? 0 : order.get(thing)!);
	return groups.map((group) => group.sort((a, b) => at(a) - at(b))).sort((a, b) => at(a[0]) - at(b[0]));
}
