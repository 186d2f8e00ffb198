import type { Day } from '#domain/day.ts';
import type { Doc } from '#domain/texts/doc.ts';
import type { PassageFate } from '#domain/texts/resubmission.ts';

/** A passage of a version that is presented again, and what was chosen for it so far. */
export interface PassageView {
	/** Counted from 0. */
	place: number;
	/** The headings above it. */
	under: string[];
	/** Its words. */
	doc: Doc;
	choice: PassageFate | null;
	reason: string;
	/** Which state of the choice this is. */
	rev: number;
	/** Whether nothing is missing for it. */
	decided: boolean;
}

/** A passage that was given up, and why. */
export interface GivenUpPassage {
	words: string;
	reason: string;
}

/** On the old text: that it was presented again, and what began from it. */
export interface PresentedAgain {
	id: string;
	/** The version that was presented. */
	number: string;
	on: Day;
	/** The text that began from it. */
	newText: { id: string; title: string };
	givenUp: GivenUpPassage[];
}

/** On the new text: of which one it is the Wiedervorlage, and what is still to be done. */
export interface PresentedFrom {
	textId: string;
	title: string;
	number: string;
	/** When a body resolved that version; null where none did. */
	resolvedOn: Day | null;
	/** When that version was kept. */
	keptOn: Day;
	toChange: { paragraphId: string; words: string; reason: string }[];
	givenUp: GivenUpPassage[];
}
