import type { Day } from '#domain/day.ts';
import type { DocNode } from '#domain/texts/doc.ts';
import type { Stance, StanceCounts, SuggestionState, TieKind } from '#domain/texts/suggestions.ts';

/** A suggestion for a text as people read it; moments are milliseconds since 1970, as in all of JSON. */
export interface SuggestionView {
	id: string;
	at: number;
	/** The name of who made it; null once she is erased. */
	author: string | null;
	mine: boolean;
	/** The group in whose name she suggests, or null. */
	groupName: string | null;
	/** Whose suggestion this one, a compromise, was built on; null for all others. */
	basis: { author: string | null; groupName: string | null } | null;
	before: readonly DocNode[];
	after: readonly DocNode[];
	/** The heading above the passage when it was suggested. */
	heading: string;
	reason: string;
	state: SuggestionState;
	/** Who decided, when and why; null while it waits. */
	decision: { by: string | null; at: number; reason: string } | null;
	/** In which round of the poll it stands, from 1, and how people stand towards it in this round. */
	round: number;
	stances: StanceCounts;
	/** How they stood in the rounds before, the first first. */
	earlier: readonly StanceCounts[];
	myStance: Stance | null;
	/** From all rounds. */
	objections: readonly { name: string | null; text: string; round: number }[];
	/** Which letter it has as a variant, 1 for A; null where it is none. */
	variant: number | null;
}

/** What came of a tie and can be taken back. */
export interface TieView {
	id: string;
	kind: TieKind;
	suggestionIds: readonly string[];
}

/** Suggestions for a text, all of them or only what is different from an earlier moment. */
export interface SuggestionsTold {
	/** In the order of their ids, the first first. */
	suggestions: readonly SuggestionView[];
	/** Those that were told before and are no more. */
	gone: readonly string[];
	/** The moment, named by an earlier answer, from which this one differs; null where it is all there is. */
	since: string | null;
	/** Names the moment of this answer. */
	moment: string;
}

/** What a screen of a text asks for whenever something has been said about it. */
export interface SuggestionsNow extends SuggestionsTold {
	/** What became of the suggestions since the last round ended; for whoever may end it, null for all others. */
	round: { accepted: number; rejected: number; open: number; unanchored: number; variants: number } | null;
	/** The last first. */
	ties: readonly TieView[];
	discussed: Discussed | null;
	lastDay: LastDay | null;
}

/** Up to which day suggestions for a text are taken, and how many days that is away; below zero, it has passed. */
export interface LastDay {
	until: Day;
	left: number;
}

/** The paragraph of a text that is in discussion. It may stand in the text no more: then none is. */
export interface Discussed {
	paragraphId: string;
	/** Whether the reader has taken it there herself. */
	mine: boolean;
}

/** What a projector shows of a live text. Its suggestions name groups and never a person. */
export interface TextOnWall {
	discussed: string | null;
	suggestions: readonly SuggestionView[];
}
