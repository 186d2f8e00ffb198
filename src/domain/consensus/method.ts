import type { Result } from '../result.ts';

/** Over what and among whom a round is held; fixed when it opens. */
export interface Setting {
	/** The ids of the options in their order. */
	readonly options: readonly string[];
	/** The option that stands for leaving everything as it is (Passivlösung); null where the method has none. */
	readonly passive: string | null;
	/** How many people may vote, those who are recused not counted. */
	readonly eligible: number;
}

/** What came of a question that was answered with yes or no; `open` when an answer is still awaited that could change it. */
export type Outcome = 'passed' | 'rejected' | 'open';

/**
 * One way to decide. A method is pure: the same ballots in any order give the same tally, by exact arithmetic. Params and
 * ballots come from outside and are checked here before they count; options are ids and never change once a round is open.
 */
export interface Method<Params, Ballot, Tally> {
	/** Its name in the registry and in every stored round. */
	readonly key: string;
	/** Counts up when the same ballots would give another tally, so that an old result says how it was computed. */
	readonly version: number;
	/** Who answers: everybody by a ballot, the chair for all who raised their hands, or nobody, because it only puts on record. */
	readonly answers: 'ballots' | 'count' | 'none';
	/** How many options a round takes; one is a proposal to which people say yes or no. */
	readonly options: { readonly least: number; readonly most: number };
	/** Whether leaving everything as it is stands among the options. */
	readonly passive: boolean;
	/** What a new round over this many options proposes. */
	defaultParams(optionCount: number): Params;
	/** The params, or `round.params-invalid`. */
	checkParams(params: unknown): Result<Params>;
	/** The ballot in its stored form, or why it does not count. */
	checkBallot(params: Params, setting: Setting, ballot: unknown): Result<Ballot>;
	/** The result over all ballots; values are JSON. */
	tally(params: Params, setting: Setting, ballots: readonly Ballot[]): Tally;
	/** Each option's rank in a tally, ties as 1, 1, 3; null for a method that ranks nothing. */
	ranking(tally: Tally): Readonly<Record<string, number>> | null;
	/** Whether the proposal was accepted; null for a method that compares options. */
	outcome(tally: Tally): Outcome | null;
	/** Where a ballot puts an option on the scale of the method, from 0 to 1; null if it says nothing of it or there is no scale. */
	position(params: Params, ballot: Ballot, option: string): number | null;
	/** The numbers of the params that the rule line shows before anybody votes. */
	ruleNumbers(params: Params): Readonly<Record<string, number>>;
	/** An answer as somebody might give it, for rehearsals and tests; `luck` gives numbers from 0 to below 1. Null without answers. */
	sample(params: Params, setting: Setting, luck: () => number): Ballot | null;
}
