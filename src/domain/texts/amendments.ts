import { checkTally, type Tally } from '../resolutions/tally.ts';
import { ok, refuse, type Result } from '../result.ts';
import { isVariant } from './variants.ts';

/**
 * Where an amendment motion to a frozen version stands.
 * `handed-in`: it waits for a decision. `accepted`: the body has voted for it. `rejected`: the body has voted against it, or no majority was
 * found. `adopted-by-mover`: whoever moves the proposal has made it her own, without a vote. `settled`: another decision has made it
 * needless. `withdrawn`: who handed it in has taken it back. `accepted-modified`: the body has voted for other words in its place.
 */
export const amendmentStates = [
	'handed-in',
	'accepted',
	'rejected',
	'adopted-by-mover',
	'settled',
	'withdrawn',
	'accepted-modified'
] as const;
export type AmendmentState = (typeof amendmentStates)[number];

/** What those who lead a text can write down about a motion; `handed-in` takes a decision back. */
export const amendmentDecisions = [
	'accepted',
	'accepted-modified',
	'adopted-by-mover',
	'rejected',
	'settled',
	'handed-in'
] as const satisfies readonly AmendmentState[];
export type AmendmentDecision = (typeof amendmentDecisions)[number];

/** What the administration recommends about a motion. */
export const amendmentRecommendations = ['none', 'follow', 'reject'] as const;
export type AmendmentRecommendation = (typeof amendmentRecommendations)[number];

/** How much fits: motions to one version, and characters of the name of a group. */
export const amendmentLimits = { perVersion: 500, groupName: 120 } as const;

/** Whether a motion in this state changes the text. */
export const changesText = (state: AmendmentState): boolean =>
	state === 'accepted' || state === 'accepted-modified' || state === 'adopted-by-mover';

/** Whether this state comes from a vote, which can be counted. */
export const isVoted = (state: AmendmentState): boolean =>
	state === 'accepted' || state === 'accepted-modified' || state === 'rejected';

/** What somebody writes down about a motion. */
export interface AmendmentOutcome {
	readonly state: AmendmentDecision;
	readonly tally: Tally | null;
	/** Whether words come along that were decided in place of the motion's own. */
	readonly otherWords: boolean;
}

/**
 * Whether a decision can be written down as it is said: other words come with "modified", and only with it; votes are counted only where
 * there was a vote; and nothing is accepted without more yes than no.
 */
export function checkDecision({ state, tally, otherWords }: AmendmentOutcome): Result<void> {
	if ((state === 'accepted-modified') !== otherWords) return refuse({ code: 'amendment.words-missing' });
	if (tally === null) return ok();
	if (!isVoted(state)) return refuse({ code: 'amendment.no-vote' });
	const counted = checkTally(tally);
	if (!counted.ok) return counted;
	return changesText(state) && tally.yes <= tally.no ? refuse({ code: 'amendment.tally-contradicts' }) : ok();
}

/** How far a motion reaches: the share of the words it touches that it changes, from 0 to 1, and the words of its passage. */
export interface Reach {
	readonly share: number;
	readonly length: number;
}

/** A motion as the order of votes sees it. */
export interface Votable {
	readonly number: number;
	/** Where people have put it in the order; null where nobody has. */
	readonly position: number | null;
	readonly reach: Reach;
}

/**
 * The order in which motions are voted on. Where people have set it, it is theirs, and what came later stands below; otherwise the motion
 * that reaches furthest comes first, then the one with the longer passage, then variants by their letters, then the one that was handed in
 * first.
 */
export function orderOfVotes<T extends Votable>(motions: readonly T[]): T[] {
	return [...motions].sort(
		(one, other) =>
			placed(one) - placed(other) ||
			other.reach.share - one.reach.share ||
			other.reach.length - one.reach.length ||
			Number(isVariant(other)) - Number(isVariant(one)) ||
			Math.abs(one.number) - Math.abs(other.number)
	);
}

const placed = ({ position }: Votable): number => position ?? Number.MAX_SAFE_INTEGER;
