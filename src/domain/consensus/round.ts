import { invariant, ok, refuse, type Result } from '../result.ts';
import { methodNamed } from './methods.ts';
import { mayRunAs, type VoteClass } from './vote-class.ts';

/** A round is prepared, then open, then closed. It can be cancelled until it is closed. */
export const roundStates = ['prepared', 'open', 'closed', 'cancelled'] as const;
export type RoundState = (typeof roundStates)[number];

/** Who sees who voted how: everybody after the close; nobody, but results by group; nobody at all. */
export const secrecies = ['open', 'group', 'secret'] as const;
export type Secrecy = (typeof secrecies)[number];

/** Somebody who may vote. Whoever is recused (befangen) is named in the electorate and may not. */
export interface Voter {
	readonly id: string;
	readonly recused: boolean;
}

/** One vote by one method over fixed options. The electorate is fixed when it opens; `admitLate` alone adds to it. */
export interface Round {
	readonly state: RoundState;
	readonly method: string;
	readonly params: unknown;
	readonly voteClass: VoteClass;
	readonly secrecy: Secrecy;
	readonly roundNo: number;
	readonly optionIds: readonly string[];
	readonly electorate: readonly Voter[];
}

/** What a closed round gave. It never changes; a correction is a new round. */
export interface RoundResult {
	readonly method: string;
	readonly methodVersion: number;
	readonly tally: unknown;
	/** How many were in the electorate, the recused ones and those admitted late included. */
	readonly eligible: number;
	/** How many answers counted. */
	readonly cast: number;
	readonly recused: number;
}

/** The round, open for exactly these people. Options, params and electorate are fixed from here on. */
export function openRound(round: Round, electorate: readonly Voter[]): Result<Round> {
	if (round.state !== 'prepared') return refuse({ code: 'round.not-prepared', state: round.state });
	if (round.optionIds.length === 0) return refuse({ code: 'round.no-options' });
	if (electorate.every(({ recused }) => recused)) return refuse({ code: 'round.no-voters' });
	const runnable = mayRunAs(round.voteClass);
	if (!runnable.ok) return runnable;
	const method = methodNamed(round.method);
	if (!method.ok) return method;
	if (!method.value.takesBallots) return refuse({ code: 'round.takes-no-ballots' });
	const params = method.value.checkParams(round.params);
	return params.ok ? ok({ ...round, state: 'open', params: params.value, electorate }) : params;
}

/** Whether this person's answer counts now: the round is open, she is in its electorate and not recused. */
export function mayCast({ state, electorate }: Pick<Round, 'state' | 'electorate'>, voterId: string): Result<void> {
	if (state !== 'open') return refuse({ code: 'round.not-open', state });
	const voter = electorate.find(({ id }) => id === voterId);
	if (!voter) return refuse({ code: 'round.not-in-electorate' });
	return voter.recused ? refuse({ code: 'round.recused' }) : ok();
}

/** Whether somebody who came after the round had opened may ask to vote in it. */
export function mayAskToVote({ state, electorate }: Pick<Round, 'state' | 'electorate'>, id: string): Result<void> {
	if (state !== 'open') return refuse({ code: 'round.not-open', state });
	return electorate.some((voter) => voter.id === id) ? refuse({ code: 'round.in-electorate' }) : ok();
}

/**
 * The round with one more voter: the only way into an electorate after the opening. It is an act of its own, on record, and possible
 * until the round closes.
 */
export function admitLate(round: Round, id: string): Result<Round> {
	const allowed = mayAskToVote(round, id);
	return allowed.ok ? ok({ ...round, electorate: [...round.electorate, { id, recused: false }] }) : allowed;
}

/** The answer as it will be stored, if the person may give it and the method takes it. It may be changed until the close. */
export function checkVote(round: Round, voterId: string, ballot: unknown): Result<unknown> {
	const allowed = mayCast(round, voterId);
	if (!allowed.ok) return allowed;
	const method = methodNamed(round.method);
	return method.ok ? method.value.checkBallot(round.params, round.optionIds, ballot) : method;
}

/** The closed round and its result over all stored answers. */
export function closeRound(round: Round, ballots: readonly unknown[]): Result<{ round: Round; result: RoundResult }> {
	if (round.state !== 'open') return refuse({ code: 'round.not-open', state: round.state });
	const method = methodNamed(round.method);
	if (!method.ok) return method;
	const recused = round.electorate.filter((voter) => voter.recused).length;
	const eligible = round.electorate.length;
	invariant(ballots.length <= eligible - recused, 'no more answers than people who may vote');
	const tally = method.value.tally(round.params, round.optionIds, ballots);
	const { key, version } = method.value;
	const result = { method: key, methodVersion: version, tally, eligible, cast: ballots.length, recused };
	return ok({ round: { ...round, state: 'closed' }, result });
}

/** The round, given up with a reason. What has closed stays closed. */
export function cancelRound(round: Round, reason: string): Result<Round> {
	if (round.state !== 'prepared' && round.state !== 'open')
		return refuse({ code: 'round.not-open', state: round.state });
	return reason.trim() === '' ? refuse({ code: 'round.reason-missing' }) : ok({ ...round, state: 'cancelled' });
}

/** Whether answers and sums may leave the server: only when the round has closed. Before, at most how many have voted. */
export function mayShowResult({ state }: Pick<Round, 'state'>): boolean {
	return state === 'closed';
}
