import type { Tally } from '#domain/resolutions/tally.ts';
import type { AmendmentRecommendation, AmendmentState } from '#domain/texts/amendments.ts';
import type { Doc, DocNode } from '#domain/texts/doc.ts';

/** A motion as whoever watches the projector reads it: no names of persons. */
export interface PublicAmendment {
	id: string;
	/** Shown as "ÄA-1"; of a variant it lies below zero, −1 is shown as "Variante A". */
	number: number;
	/** The Fraktion or group that moves it; '' for somebody alone. */
	groupName: string;
	before: readonly DocNode[];
	after: readonly DocNode[];
	lines: { first: number; last: number };
	state: AmendmentState;
	tally: Tally | null;
	/** What was decided in place of `after`, or null. */
	decided: readonly DocNode[] | null;
	/** The numbers of the motions that it collides with. */
	collisions: readonly number[];
}

/** A variant as it stands beside a version, or would stand beside a text that is written; without lines it has no place in it now. */
export type VariantView = Pick<
	PublicAmendment,
	'number' | 'groupName' | 'before' | 'after' | 'state' | 'tally' | 'decided'
> & { lines: PublicAmendment['lines'] | null };

/** A motion as people read it; moments are milliseconds since 1970, as in all of JSON. */
export interface AmendmentView extends PublicAmendment {
	at: number;
	/** Who handed it in; null once she is erased. */
	mover: string | null;
	mine: boolean;
	reason: string;
	suggestionId: string | null;
	recommendation: AmendmentRecommendation;
	recommendationText: string;
	/** Who wrote the decision down, and when; null while it waits. */
	decision: { by: string | null; at: number } | null;
}

/** A version with the motions to it in the order of votes, and what they have made of it so far. */
export interface AmendmentsNow {
	/** The words of the version, in which every paragraph can be named. */
	doc: Doc;
	amendments: readonly AmendmentView[];
	/** What was accepted by now, in the version. */
	resolved: Doc;
	/** The number of the version that was kept as the resolved text, or null. */
	kept: string | null;
}
