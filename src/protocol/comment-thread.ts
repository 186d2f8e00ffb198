/** What was said at a pin of a board, as somebody who may read the board sees it. It never travels in a document. */
export interface ThreadView {
	answers: AnswerView[];
	settled: boolean;
	/** Whether this person may say something here. */
	mayComment: boolean;
	/** Whether what she says now stands there without her name. */
	unsigned: boolean;
}

/** One answer of a thread. */
export interface AnswerView {
	id: string;
	/** Empty for somebody without a name, and for everybody where it was said without one. */
	name: string;
	/** Whether it was said without a name, as an anonymous step promises. */
	unsigned: boolean;
	/** Null once it was removed. */
	text: string | null;
	/** In milliseconds since 1970. */
	at: number;
	/** Whether this person may remove it. */
	mayRemove: boolean;
}
