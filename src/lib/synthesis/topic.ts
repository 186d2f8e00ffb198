import type { Colour } from '#board/colours.ts';

/** A topic of a group as the synthesis shows it. */
export interface Topic {
	id: string;
	title: string;
	group: string;
	colour: Colour | null;
	cards: { elementId: string; text: string }[];
	dots: number | null;
	voters: number | null;
	cast: number | null;
	contested: boolean;
	placedIn: string[];
	leftOutReason: string | null;
	/** What its group agreed on it. */
	agreed: string[];
}

/** An action space as the synthesis shows it. */
export interface Space {
	id: string;
	title: string;
	definition: string;
	cardId: string | null;
}

/** Under which name a dragged topic travels. */
export const draggedTopic = 'application/x-wirkraum-topic';
