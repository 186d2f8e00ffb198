import type { ArgumentKind } from '../consensus/argument.ts';
import type { Outcome } from '../consensus/method.ts';
import type { Secrecy } from '../consensus/round.ts';
import type { VoteClass } from '../consensus/vote-class.ts';
import type { SessionState } from '../sessions/agenda.ts';
import type { Group } from '../sessions/groups.ts';
import type { Part } from '../sessions/non-public.ts';
import type { StepKind } from '../sessions/steps.ts';

/** Somebody who was there, under her pseudonym: names are added when the minutes are shown. Moments are milliseconds since 1970. */
export interface MinutesPerson {
	readonly personId: string;
	readonly group: Group | null;
	/** From when until when she was there; whoever left and came back has several. Null: she stayed. */
	readonly stays: readonly { readonly from: number; readonly until: number | null }[];
}

/** One card, without its author. */
export interface MinutesCard {
	/** Its number in these minutes, by which clusters name it. */
	readonly number: number;
	readonly elementId: string;
	readonly text: string;
	/** It came after the reveal (nachgereicht). */
	readonly late: boolean;
	/** Whether it still lies on the board. */
	readonly onBoard: boolean;
	readonly clusterId: string | null;
}

/**
 * The cards of one step by those who wrote them. `several` are the groups that are too small to be told from each other; null stands
 * for cards of which no group can be named at all.
 */
export interface MinutesPile {
	readonly group: Group | 'several' | null;
	readonly cards: readonly MinutesCard[];
}

/** A step with what was planned, what really was, and what came of it. */
export interface MinutesStep {
	readonly id: string;
	readonly kind: StepKind;
	readonly title: string;
	readonly prompt: string;
	readonly plannedMinutes: number;
	readonly visits: readonly { readonly from: number; readonly until: number | null }[];
	/** All visits together, in milliseconds, up to the moment of the minutes. */
	readonly spentMs: number;
	readonly piles: readonly MinutesPile[];
	/** Cards that nobody has been shown; their words are not in here. */
	readonly hidden: number;
}

/** A cluster with the numbers of its cards. */
export interface MinutesCluster {
	readonly elementId: string;
	readonly title: string;
	readonly cards: readonly number[];
}

/** A round with its rules and, once it is closed, its result. */
export interface MinutesRound {
	readonly id: string;
	readonly stepId: string;
	readonly question: string;
	readonly method: string;
	readonly params: Readonly<Record<string, unknown>>;
	readonly voteClass: Exclude<VoteClass, 'recorded-resolution'>;
	readonly secrecy: Secrecy;
	/** Whether people were told before that their answers will stand with their names. */
	readonly named: boolean;
	readonly state: 'open' | 'closed' | 'cancelled';
	readonly roundNo: number;
	/** The round that this one follows. */
	readonly previousRoundId: string | null;
	readonly quorum: number | null;
	/** Why it was given up. */
	readonly cancelReason: string | null;
	readonly options: readonly MinutesOption[];
	readonly eligible: number;
	readonly recused: number;
	readonly cast: number;
	/** How many could have voted and did not; who they are only where votes are open. */
	readonly abstained: { readonly count: number; readonly personIds: readonly string[] | null };
	/** Who answered what, in an order that says nothing; only where votes are open, and only after the close. */
	readonly answers: readonly MinutesAnswer[] | null;
	/** Who came after it had opened and asked to vote: how many the facilitator let vote, and how many only looked on. */
	readonly late: { readonly admitted: number; readonly declined: number };
	readonly result: MinutesOutcome | null;
	/** What people said for and against the options. */
	readonly arguments: readonly MinutesArgument[];
}

/** What somebody answered where votes are open, under her pseudonym: her name is added when it is shown. */
export interface MinutesAnswer {
	readonly personId: string;
	readonly group: Group | null;
	/** Her ballot as the method stores it. */
	readonly ballot: unknown;
}

/** Something that speaks for or against an option, without its author. */
export interface MinutesArgument {
	readonly optionId: string;
	readonly kind: ArgumentKind;
	readonly text: string;
}

/** What a closed round gave. */
export interface MinutesOutcome {
	readonly tally: Readonly<Record<string, unknown>>;
	readonly outcome: Outcome | null;
	readonly contested: readonly string[];
	readonly byGroup: Readonly<
		Record<string, { readonly cast: number; readonly tally: Readonly<Record<string, unknown>> }>
	> | null;
	readonly quorate: boolean | null;
	readonly sha256: string;
}

/** What could be voted for. */
export interface MinutesOption {
	readonly id: string;
	readonly label: string;
	readonly textVersionId: string;
	/** It stands for leaving everything as it is. */
	readonly passive: boolean;
	/** The card or cluster it was. */
	readonly elementId: string | null;
}

/** What the group agreed. */
export interface MinutesAgreement {
	readonly id: string;
	readonly method: string;
	readonly text: string;
	readonly sha256: string;
	readonly roundId: string | null;
	readonly optionId: string | null;
	readonly basedOnId: string | null;
	readonly state: 'recorded' | 'superseded' | 'promoted' | 'withdrawn';
}

/** What was left open, as facts; the screens put it into words. */
export type OpenPoint =
	| { readonly kind: 'hidden-cards'; readonly step: string; readonly count: number }
	| { readonly kind: 'undecided-cluster'; readonly title: string; readonly cards: number }
	| { readonly kind: 'open-round'; readonly question: string };

/** From when until when a session was not public, in milliseconds since 1970. Null: it still is not. */
export interface NonPublicTime {
	readonly from: number;
	readonly until: number | null;
}

/** Everything a session leaves behind in one of its parts, in the order of a Niederschrift. */
export interface Minutes {
	readonly version: 1;
	readonly session: {
		readonly id: string;
		readonly title: string;
		readonly question: string;
		readonly state: SessionState;
		/** The first step's beginning and the end; null before. */
		readonly startedAt: number | null;
		readonly endedAt: number | null;
	};
	readonly process: string;
	readonly group: string | null;
	/** Which of the two files it is; minutes from before there were two are public. */
	readonly part?: Part;
	/** When the session was not public. The public file says no more of it than that. */
	readonly nonPublicParts?: readonly NonPublicTime[];
	readonly facilitators: readonly MinutesPerson[];
	readonly attendance: readonly MinutesPerson[];
	readonly steps: readonly MinutesStep[];
	/** Cards that somebody wrote on the board itself. */
	readonly boardCards: readonly MinutesCard[];
	readonly clusters: readonly MinutesCluster[];
	readonly rounds: readonly MinutesRound[];
	readonly agreements: readonly MinutesAgreement[];
	readonly openPoints: readonly OpenPoint[];
}

/** What people add to what the program knows. */
export interface MinutesEdits {
	readonly place: string;
	readonly summary: string;
	readonly remarks: string;
	readonly openPoints: string;
}

/** A released version: everything it says, the program's part and the people's. */
export interface ReleasedMinutes {
	readonly minutes: Minutes;
	readonly edits: MinutesEdits;
}

/** No words added yet. */
export const noEdits: MinutesEdits = { place: '', summary: '', remarks: '', openPoints: '' };
