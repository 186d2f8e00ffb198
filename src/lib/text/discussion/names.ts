import * as m from '#paraglide/messages.js';
import type { DiscussedParagraph } from './paragraph.ts';

/** Where the paragraph in discussion stands: its lines. */
export function linesWords({ lines }: DiscussedParagraph): string {
	if (!lines) return m.discussion_no_words();
	const { first: from, last: to } = lines;
	return from === to ? m.discussion_line({ from }) : m.discussion_lines({ from, to });
}

/** Which paragraph is in discussion, in one sentence to be heard. */
export const nameOfDiscussed = (paragraph: DiscussedParagraph): string =>
	[`${m.discussion_label()}: ${linesWords(paragraph)}`, paragraph.words].filter((words) => words !== '').join('. ');
