import type { Rewording } from '#text/rewordings/rewording.ts';

/** A rewording as it is shown in an open text, which holds one of both wordings. */
export interface Painted {
	readonly change: Rewording;
	/** Whether the text on the screen is the one before or after the change. */
	readonly shows: 'before' | 'after';
}

/** What an open text shows about suggestions. */
export interface Paint {
	readonly painted: readonly Painted[];
	/** How many suggestions there are for a paragraph, by its id. */
	readonly counts: ReadonlyMap<string, number>;
	/** Paragraphs for which suggestions are tied, by their ids, and how, in words. */
	readonly ties: ReadonlyMap<string, string>;
	/** The paragraphs of the chosen suggestion. */
	readonly chosen: ReadonlySet<string>;
	/** The paragraph in discussion, if there is one. */
	readonly discussed: string | null;
}

export const noPaint: Paint = { painted: [], counts: new Map(), ties: new Map(), chosen: new Set(), discussed: null };
