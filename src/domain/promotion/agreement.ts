import { voteClasses, type VoteClass } from '../consensus/vote-class.ts';
import type { Outcome } from '../consensus/method.ts';
import type { RoundState } from '../consensus/round.ts';
import { ok, refuse, type Result } from '../result.ts';

/** Recorded, worded anew by another agreement, promoted, or withdrawn. */
export const agreementStates = ['recorded', 'superseded', 'promoted', 'withdrawn'] as const;
export type AgreementState = (typeof agreementStates)[number];

/** An exact text by its id and fingerprint. */
export interface TextRef {
	readonly textVersionId: string;
	readonly sha256: string;
}

/** What a workshop agreed. It is not a resolution: agreed is not adopted. */
export interface Agreement {
	/** The method of the round, or `recorded` when the group agreed by talking. */
	readonly method: string;
	readonly roundId: string | null;
	readonly optionId: string | null;
	readonly text: TextRef;
	/** How many agreed among how many; null without a vote, because no tally is invented. */
	readonly counts: AgreementCounts | null;
	readonly state: AgreementState;
}

/** The numbers of the round that an agreement rests on. */
export interface AgreementCounts {
	readonly eligible: number;
	readonly cast: number;
	readonly recused: number;
	/** How many people answered, by group; not yet shielded. */
	readonly byGroup: Readonly<Record<string, number>>;
}

/** A round as far as an agreement rests on it. */
export interface DecidedRound {
	readonly id: string;
	readonly state: RoundState;
	readonly method: string;
	readonly voteClass: VoteClass;
	/** Whether the proposal was accepted; null for a round that compared options. */
	readonly outcome: Outcome | null;
	readonly counts: AgreementCounts;
	readonly options: readonly { readonly id: string; readonly text: TextRef }[];
}

/**
 * The agreement on one option of a closed round. A Stimmungsbild shows a mood and cannot become an agreement,
 * nor can a proposal that was not accepted.
 */
export function agreeFromRound(round: DecidedRound, optionId: string): Result<Agreement> {
	if (round.state !== 'closed') return refuse({ code: 'round.not-closed', state: round.state });
	if (!voteClasses[round.voteClass].binds) return refuse({ code: 'agreement.only-a-mood' });
	if (round.outcome !== null && round.outcome !== 'passed') return refuse({ code: 'agreement.not-carried' });
	const option = round.options.find(({ id }) => id === optionId);
	if (!option) return refuse({ code: 'agreement.option-unknown' });
	const { id: roundId, method, counts } = round;
	return ok({ method, roundId, optionId, text: option.text, counts, state: 'recorded' });
}

/** An agreement without a vote (Feststellung): what the facilitator puts on record. */
export function agreeByRecord(text: TextRef): Agreement {
	return { method: 'recorded', roundId: null, optionId: null, text, counts: null, state: 'recorded' };
}

/**
 * The agreement in the words that a small group found for it. It rests on the same round; the old wording is superseded
 * and stays readable, because people voted on it.
 */
export function reword(agreement: Agreement, text: TextRef): Result<{ worded: Agreement; before: Agreement }> {
	if (agreement.state !== 'recorded') return refuse({ code: 'agreement.not-current', state: agreement.state });
	return ok({ worded: { ...agreement, text }, before: { ...agreement, state: 'superseded' } });
}

/** The agreement taken back before anything rests on it. */
export function withdraw(agreement: Agreement): Result<Agreement> {
	if (agreement.state !== 'recorded') return refuse({ code: 'agreement.not-current', state: agreement.state });
	return ok({ ...agreement, state: 'withdrawn' });
}
