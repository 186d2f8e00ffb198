import type { TextAnchor } from '#text/anchors.ts';
import type { AnswerView } from './comment-thread.ts';

/** What was said about a text, as somebody who may read it sees it. It never travels in a document. */
export interface TextCommentsView {
	/** The oldest first. */
	threads: TextThreadView[];
	/** Whether this person may say something here. */
	mayComment: boolean;
	/** Whether what she says now stands there without her name. */
	unsigned: boolean;
}

/** A thread about words of the text, or about something that is suggested for it. */
export interface TextThreadView {
	id: string;
	anchor: TextAnchor | null;
	suggestionId: string | null;
	settled: boolean;
	/** Whether this person may settle it, or open it again. */
	maySettle: boolean;
	answers: TextAnswerView[];
}

/** One answer of it. */
export interface TextAnswerView extends AnswerView {
	/** Whether this person has said it. */
	mine: boolean;
	/** Whom the marks in the words stand for, in order; an erased person has no name. */
	mentions: { name: string; me: boolean }[];
}
