import type { VersionState } from '#domain/goals/version-state.ts';

/** One option of a round with what it got; `chosen` is the one that became the agreement. */
export interface OptionOutcome {
	label: string;
	rank: number | null;
	/** Dots or points, where the method counts such. */
	total: number | null;
	/** How many people gave it something, where the method counts them. */
	voters: number | null;
	chosen: boolean;
}

/** One step on the way from a goal back to the first cards. Moments are milliseconds; nothing here names a person. */
export type Hop =
	| { kind: 'goal'; at: number; versionId: string; versionLabel: string; number: string; text: string }
	| {
			/** The competent body decided; `changedWords` when it gave the goal other words than were agreed. */
			kind: 'resolution';
			at: number;
			body: string;
			meetingDate: string;
			paperId: string;
			subject: string;
			changedWords: boolean;
	  }
	| { kind: 'promotion'; at: number; hash: string; prevHash: string; textSha256: string }
	| { kind: 'agreement'; at: number; agreementId: string; method: string; text: string; sha256: string }
	| {
			kind: 'round';
			at: number;
			roundId: string;
			question: string;
			method: string;
			voteClass: 'mood' | 'working-decision';
			roundNo: number;
			/** The numbers of the method's rule line, such as `dots`. */
			numbers: Record<string, number>;
			eligible: number;
			cast: number;
			recused: number;
			options: OptionOutcome[];
			sha256: string;
	  }
	| { kind: 'candidate'; at: number; text: string; sha256: string }
	| { kind: 'cards'; at: number; cards: { elementId: string; text: string }[]; boardId: string }
	| { kind: 'session'; at: number; sessionId: string; title: string; group: string | null; boardId: string };

/** The way of one goal, from the goal to the first cards, one path for each promotion, the newest first. */
export interface Provenance {
	paths: Hop[][];
}

/** An agreement that stands and is in no goal system yet. */
export interface WaitingAgreement {
	id: string;
	text: string;
	at: number;
	sessionTitle: string;
}

/** What became of one agreement: the goals it entered and the papers that carried them. */
export interface Became {
	agreementId: string;
	text: string;
	at: number;
	state: 'recorded' | 'superseded' | 'promoted' | 'withdrawn';
	goals: {
		itemId: string;
		number: string;
		text: string;
		versionId: string;
		versionLabel: string;
		versionState: VersionState;
		at: number;
	}[];
	papers: { id: string; subject: string; state: string }[];
}
