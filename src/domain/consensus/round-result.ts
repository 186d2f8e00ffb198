import { invariant, ok, refuse, type Result } from '../result.ts';
import { contested } from './contested.ts';
import type { Outcome } from './method.ts';
import { methodNamed } from './methods.ts';
import { settingOf, type Round } from './round.ts';
import { showableGroups } from './small-groups.ts';

/** One stored answer. Where votes are secret nobody's group stands beside it. */
export interface StoredBallot {
	readonly group: string | null;
	readonly payload: unknown;
}

/** What a closed round gave. It never changes; a correction is a new round. */
export interface RoundResult {
	readonly method: string;
	readonly methodVersion: number;
	readonly tally: unknown;
	/** Whether the proposal was accepted; null for a method that compares options. */
	readonly outcome: Outcome | null;
	/** Options about which the group is far apart. */
	readonly contested: readonly string[];
	/** The tally of each group that is large enough to be shown beside the whole; null where votes are secret. */
	readonly byGroup: Readonly<Record<string, GroupResult>> | null;
	/** How many were in the electorate, the recused ones and those admitted late included. */
	readonly eligible: number;
	/** How many answers counted. */
	readonly cast: number;
	readonly recused: number;
	/** Whether as many answered as the rule asked for; null where it asked for no number. */
	readonly quorate: boolean | null;
}

/** What one group alone would have given. */
export interface GroupResult {
	readonly cast: number;
	readonly tally: unknown;
}

/** The closed round and its result over all stored answers. */
export function closeRound(
	round: Round,
	ballots: readonly StoredBallot[]
): Result<{ round: Round; result: RoundResult }> {
	if (round.state !== 'open') return refuse({ code: 'round.not-open', state: round.state });
	const method = methodNamed(round.method);
	if (!method.ok) return method;
	const setting = settingOf(round);
	const counted = method.value.answers === 'count';
	const payloads = ballots.map(({ payload }) => payload);
	invariant(counted || ballots.length <= setting.eligible, 'no more answers than people who may vote');
	const tally = method.value.tally(round.params, setting, payloads);
	const { key, version } = method.value;
	const cast = counted ? handsIn(payloads) : ballots.length;
	const result: RoundResult = {
		method: key,
		methodVersion: version,
		tally,
		outcome: method.value.outcome(tally),
		contested: contested(method.value, round.params, round.optionIds, payloads),
		byGroup: round.secrecy === 'secret' || counted ? null : tallyByGroup(round, ballots),
		eligible: round.electorate.length,
		cast,
		recused: round.electorate.length - setting.eligible,
		quorate: round.quorum === null ? null : cast >= round.quorum
	};
	return ok({ round: { ...round, state: 'closed' }, result });
}

/** How many hands the chair has counted. */
const handsIn = (counts: readonly unknown[]): number =>
	counts.flatMap((one) => Object.values(one as Record<string, number>)).reduce((sum, count) => sum + count, 0);

/** What people wrote is said for the whole only: beside a group it would lead closer to its author. */
const withoutWords = (tally: unknown): unknown =>
	Object.fromEntries(Object.entries(tally as Record<string, unknown>).filter(([, value]) => !Array.isArray(value)));

function tallyByGroup(round: Round, ballots: readonly StoredBallot[]): Record<string, GroupResult> {
	const method = methodNamed(round.method);
	invariant(method.ok, 'the method was found a moment ago');
	const of = (group: string) => ballots.filter((ballot) => ballot.group === group);
	const groups = new Set(ballots.flatMap(({ group }) => group ?? []));
	const counts = Object.fromEntries([...groups].map((group) => [group, of(group).length] as const));
	return Object.fromEntries(
		showableGroups(counts, ballots.length).map((group) => {
			const payloads = of(group).map(({ payload }) => payload);
			const setting = { ...settingOf(round), eligible: payloads.length };
			return [
				group,
				{ cast: payloads.length, tally: withoutWords(method.value.tally(round.params, setting, payloads)) }
			];
		})
	);
}
