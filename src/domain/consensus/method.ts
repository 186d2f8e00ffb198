import type { Result } from '../result.ts';

/**
 * One way to decide. A method is pure: the same ballots in any order give the same tally, by exact arithmetic. Params and
 * ballots come from outside and are checked here before they count; options are ids and never change once a round is open.
 */
export interface Method<Params, Ballot, Tally> {
	/** Its name in the registry and in every stored round. */
	readonly key: string;
	/** Counts up when the same ballots would give another tally, so that an old result says how it was computed. */
	readonly version: number;
	/** Whether people answer; a method without ballots only puts on record what the group agreed. */
	readonly takesBallots: boolean;
	/** What a new round over this many options proposes. */
	defaultParams(optionCount: number): Params;
	/** The params, or `round.params-invalid`. */
	checkParams(params: unknown): Result<Params>;
	/** The ballot in its stored form, or why it does not count. */
	checkBallot(params: Params, options: readonly string[], ballot: unknown): Result<Ballot>;
	/** The result over all ballots; values are JSON. */
	tally(params: Params, options: readonly string[], ballots: readonly Ballot[]): Tally;
	/** Each option's rank in a tally, ties as 1, 1, 3; null for a method that ranks nothing. */
	ranking(tally: Tally): Readonly<Record<string, number>> | null;
	/** The numbers of the params that the rule line shows before anybody votes. */
	ruleNumbers(params: Params): Readonly<Record<string, number>>;
}
