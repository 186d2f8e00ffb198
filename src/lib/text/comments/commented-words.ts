import type { Attachment } from 'svelte/attachments';
import { rangeInPage } from './show-place.ts';
import type { CommentMark, TextComments } from './text-comments.svelte.ts';

const quiet = 'wr-commented';
const chosen = 'wr-commented-chosen';

/**
 * Marks commented words where a text is only read. The browser paints them over the page, so that nothing comes between the words for
 * those who listen; a browser that cannot do that shows the text without.
 */
export function commentedWords(comments: TextComments, shown: unknown): Attachment<HTMLElement> {
	return (paper) => {
		void shown;
		if (!('highlights' in CSS)) return;
		const paint = (name: string, marks: readonly CommentMark[]) => {
			const ranges = marks.flatMap(({ ranges }) => ranges.map((range) => rangeInPage(paper, range)));
			CSS.highlights.set(name, new Highlight(...ranges.filter((range) => range !== null)));
		};
		paint(quiet, comments.marks);
		paint(
			chosen,
			comments.marks.filter((mark) => mark.chosen)
		);
		return () => {
			CSS.highlights.delete(quiet);
			CSS.highlights.delete(chosen);
		};
	};
}
