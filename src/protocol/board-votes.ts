import type { Place } from '#domain/consensus/place.ts';

/** What people voted on of a board: the words of one card or topic as they were fixed for the vote. It never travels in a document. */
export interface VotedView {
	elementId: string;
	words: string;
	question: string;
	/** Whether the group has it on record as agreed. */
	agreed: boolean;
	/** Where it came among what it was compared with; null where a proposal was accepted or not, or the vote decided nothing. */
	place: Place | null;
	sessionId: string;
	sessionTitle: string;
	/** When the vote was closed, in milliseconds since 1970. */
	closedAt: number;
	/** Whether whoever asks leads the session and can have it voted on anew. */
	leads: boolean;
}
