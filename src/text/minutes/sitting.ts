import type { Tally } from '#domain/resolutions/tally.ts';
import type { AmendmentState } from '#domain/texts/amendments.ts';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import type { StanceCounts, SuggestionState } from '#domain/texts/suggestions.ts';
import type { Rewording } from '../rewordings/rewording.ts';

/** From when to when a sitting took. */
export interface Span {
	readonly from: Date;
	readonly until: Date;
}

/** Who suggests or moves something, as it stands beside it for everybody. */
export interface Author {
	/** Null once she is erased. */
	readonly name: string | null;
	/** The group in whose name she does, or null. */
	readonly group: string | null;
}

/** A suggestion as the minutes of a sitting tell of it. */
export interface MinutedSuggestion extends Rewording {
	readonly id: string;
	readonly author: Author;
	/** Whose suggestion it was built on, if it is a compromise. */
	readonly basis: Author | null;
	readonly at: Date;
	/** The heading above the passage when it was suggested. */
	readonly heading: string;
	readonly reason: string;
	readonly state: SuggestionState;
	/** The letter by which a variant goes on, from 1; null where it is none. */
	readonly variant: number | null;
	/** When it came into this state, and why; null for what is open. */
	readonly decision: { readonly at: Date; readonly reason: string } | null;
	/** How people stood towards it, once more for each run-off. */
	readonly polls: readonly StanceCounts[];
	readonly objections: readonly { readonly name: string | null; readonly text: string }[];
}

/** A formal motion that was decided, or a variant, whose number lies below zero. */
export interface MinutedMotion extends Rewording {
	readonly number: number;
	/** The number of the version that it wants to amend. */
	readonly version: string;
	readonly lines: { readonly first: number; readonly last: number };
	readonly author: Author;
	readonly state: AmendmentState;
	readonly tally: Tally | null;
	/** What was decided in place of `after`. */
	readonly decided: readonly DocNode[] | null;
	readonly at: Date;
}

/** A version that was kept. */
export interface MinutedVersion {
	readonly number: string;
	readonly sha256: string;
	readonly at: Date;
}

/** All that the minutes of a sitting on a text are made of. */
export interface Sitting extends Span {
	readonly title: string;
	/** How the text is called, and what it says while the minutes are begun. */
	readonly about: string;
	readonly body: Doc;
	/** Who was there, by name, and who takes the minutes. */
	readonly present: readonly string[];
	readonly keeper: string;
	readonly suggestions: readonly MinutedSuggestion[];
	readonly motions: readonly MinutedMotion[];
	readonly versions: readonly MinutedVersion[];
	/** When the minutes are begun; the lines are those of that moment. */
	readonly begun: Date;
}

/** Whether something happened during a sitting. */
export const happenedIn = ({ from, until }: Span, at: Date): boolean => from <= at && at <= until;

/**
 * A suggestion as a sitting left it, or null where that has nothing to do with it: it came later, or was settled before. What was decided only
 * afterwards was open then.
 */
export function asLeftBy(span: Span, suggestion: MinutedSuggestion): MinutedSuggestion | null {
	const { at, decision, state } = suggestion;
	if (at > span.until) return null;
	if (decision === null) return suggestion;
	if (decision.at > span.until) return { ...suggestion, state: 'open', decision: null };
	const waits = state === 'deferred' || state === 'variant';
	return waits || decision.at >= span.from ? suggestion : null;
}
