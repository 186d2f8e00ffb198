/** A card from which a heading came; without words once it is no longer on its board. */
export interface SourceCard {
	elementId: string;
	words: string | null;
}

/** From what on a board a heading of a text came, as it is there today and as far as this person may read it. */
export interface TextSourceView {
	id: string;
	/** The heading; it may be gone from the text. */
	paragraphId: string;
	/** Null for whoever may not read the board: then only the number of cards is told. */
	board: { id: string; title: string } | null;
	/** What the area or cluster is called today; null once it is no longer on the board. */
	title: string | null;
	elementId: string;
	count: number;
	cards: SourceCard[];
}

/** A board with what can be taken from it into a text. */
export interface BoardToTake {
	id: string;
	title: string;
	groups: { id: string; title: string; cards: number; taken: boolean }[];
}
