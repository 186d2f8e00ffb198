import { invariant, ok, refuse, type Result } from '../result.ts';
import { methodNamed } from './methods.ts';
import type { AnyMethod } from './methods.ts';
import type { Setting } from './method.ts';
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
	/** The option that leaves everything as it is, where the method has one. */
	readonly passiveId: string | null;
	/** How many must answer for the result to count; null where no number was set. */
	readonly quorum: number | null;
	/** The moment from which no answer is taken, in milliseconds since 1970; null: until it is closed. */
	readonly endsAt: number | null;
	readonly electorate: readonly Voter[];
}

/** The longest that a round takes answers, in minutes. */
export const longestRound = 24 * 60;

/** What the method has to know of a round. */
export function settingOf({ optionIds, passiveId, electorate }: Omit<Round, 'state' | 'method' | 'params'>): Setting {
	return { options: optionIds, passive: passiveId, eligible: electorate.filter(({ recused }) => !recused).length };
}

/** The round, open for exactly these people. Options, params, rules and electorate are fixed from here on. */
export function openRound(round: Round, electorate: readonly Voter[]): Result<Round> {
	if (round.state !== 'prepared') return refuse({ code: 'round.not-prepared', state: round.state });
	const voters = electorate.filter(({ recused }) => !recused).length;
	const runnable = mayRunAs(round.voteClass);
	if (!runnable.ok) return runnable;
	const method = methodNamed(round.method);
	if (!method.ok) return method;
	if (method.value.answers === 'none') return refuse({ code: 'round.takes-no-ballots' });
	const fits = fitsOptions(method.value, round);
	if (!fits.ok) return fits;
	if (voters === 0) return refuse({ code: 'round.no-voters' });
	if (round.quorum !== null && (round.quorum < 1 || round.quorum > voters))
		return refuse({ code: 'round.quorum-invalid', voters });
	const params = method.value.checkParams(round.params);
	return params.ok ? ok({ ...round, state: 'open', params: params.value, electorate }) : params;
}

/** Whether there are as many options as the method takes; the passive one comes on top. */
function fitsOptions({ options, passive }: AnyMethod, { optionIds, passiveId }: Round): Result<void> {
	invariant(passive === (passiveId !== null), 'the passive option stands in a round exactly where the method has one');
	const count = optionIds.length - (passive ? 1 : 0);
	if (count === 0) return refuse({ code: 'round.no-options' });
	if (count < options.least) return refuse({ code: 'round.too-few-options', least: options.least });
	return count > options.most ? refuse({ code: 'round.too-many-options', most: options.most }) : ok();
}

/** Whether this person's answer counts now: the round is open, its time not over, she is in its electorate and not recused. */
export function mayCast(
	{ state, electorate, endsAt }: Pick<Round, 'state' | 'electorate' | 'endsAt'>,
	voterId: string,
	now: number
): Result<void> {
	if (state !== 'open') return refuse({ code: 'round.not-open', state });
	const voter = electorate.find(({ id }) => id === voterId);
	if (!voter) return refuse({ code: 'round.not-in-electorate' });
	if (voter.recused) return refuse({ code: 'round.recused' });
	return endsAt !== null && now >= endsAt ? refuse({ code: 'round.time-over' }) : ok();
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

/**
 * The round without the vote of somebody who is biased (befangen); that it was so is kept, why is not. Whoever has answered already keeps
 * her answer: it may be in a heap from which nobody can take it back.
 */
export function recuse(round: Round, id: string, hasVoted: boolean): Result<Round> {
	if (round.state !== 'open') return refuse({ code: 'round.not-open', state: round.state });
	const voter = round.electorate.find((one) => one.id === id);
	if (!voter) return refuse({ code: 'round.not-in-electorate' });
	if (hasVoted) return refuse({ code: 'round.has-voted' });
	const electorate = round.electorate.map((one) => (one.id === id ? { ...one, recused: true } : one));
	return ok({ ...round, electorate });
}

/** The answer as it will be stored, if the person may give it and the method takes it. It may be changed until the close. */
export function checkVote(round: Round, voterId: string, ballot: unknown, now: number): Result<unknown> {
	const allowed = mayCast(round, voterId, now);
	if (!allowed.ok) return allowed;
	const method = methodNamed(round.method);
	if (!method.ok) return method;
	if (method.value.answers !== 'ballots') return refuse({ code: 'round.takes-no-ballots' });
	return method.value.checkBallot(round.params, settingOf(round), ballot);
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

/** Whether each answer may stand beside the name of whoever gave it: after the close, where votes are open and people were told so before. */
export function mayShowNames({
	state,
	secrecy,
	named
}: Pick<Round, 'state' | 'secrecy'> & { named: boolean }): boolean {
	return mayShowResult({ state }) && secrecy === 'open' && named;
}
