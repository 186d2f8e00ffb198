import type { StepKind } from '../sessions/steps.ts';
import type { Part } from '../sessions/non-public.ts';
import type {
	Minutes,
	MinutesAgreement,
	MinutesAnswer,
	MinutesPerson,
	MinutesRound,
	NonPublicTime
} from './minutes.ts';

/** A card as it was sent. What was taken back or blackened is not among them. */
export interface SentCard {
	readonly elementId: string;
	readonly stepId: string;
	readonly participantId: string;
	readonly text: string;
	readonly late: boolean;
	/** Whether it has been shown to all. */
	readonly shown: boolean;
}

/** A note on the board as it stands there now. */
export interface BoardCard {
	readonly elementId: string;
	readonly text: string;
	readonly clusterId: string | null;
}

/** Somebody's place in the session. */
export interface SourcePerson extends MinutesPerson {
	readonly participantId: string;
	readonly role: 'facilitator' | 'participant' | 'observer' | 'projector';
}

/** A round and who could vote in it; voters are places in the session. */
export interface SourceRound extends Omit<MinutesRound, 'eligible' | 'recused' | 'abstained' | 'answers'> {
	readonly electorate: readonly { readonly participantId: string; readonly recused: boolean }[];
	/** Who has answered by a ballot. */
	readonly voted: readonly string[];
	/** What was answered by name. */
	readonly answers: readonly MinutesAnswer[];
}

/** Everything the minutes are made of, as the database and the board hold it. */
export interface MinutesSource {
	readonly session: Omit<Minutes['session'], 'startedAt'>;
	readonly process: string;
	readonly group: string | null;
	/** The file that is made: the rest of the source holds nothing that belongs to the other one. */
	readonly part: Part;
	readonly nonPublicParts: readonly NonPublicTime[];
	readonly people: readonly SourcePerson[];
	readonly steps: readonly {
		readonly id: string;
		readonly kind: StepKind;
		readonly title: string;
		readonly prompt: string;
		readonly minutes: number;
	}[];
	readonly visits: readonly { readonly stepId: string; readonly from: number; readonly until: number | null }[];
	readonly cards: readonly SentCard[];
	readonly board: {
		readonly cards: readonly BoardCard[];
		readonly clusters: readonly { readonly elementId: string; readonly title: string }[];
	};
	readonly rounds: readonly SourceRound[];
	readonly agreements: readonly MinutesAgreement[];
	/** The moment of the minutes. */
	readonly now: number;
}
