import { DOMParser as SchemaParser, Slice, type ResolvedPos } from '@tiptap/pm/model';
import type { EditorProps } from '@tiptap/pm/view';
import { cleanHtml } from './clean-html.ts';
import { Tally, type Dropped } from './dropped.ts';
import { looksLikeMarkdown, readMarkdown } from './markdown.ts';
import { writeHtml } from './markup.ts';
import { cleanPastedHtml } from './word-html.ts';

/**
 * How the editor takes what is pasted or dropped into a text: HTML is cleaned, unmistakable Markdown is read, and what was left behind is
 * told. With Shift, words stay just words.
 */
export function pasting(
	onDropped: (dropped: Dropped) => void
): Pick<EditorProps, 'transformPastedHTML' | 'clipboardTextParser'> {
	return {
		transformPastedHTML(html) {
			const tally = new Tally();
			const clean = cleanPastedHtml(html, tally);
			onDropped(tally.dropped);
			return clean;
		},
		clipboardTextParser(text, context, plain, view) {
			const tally = new Tally();
			const markdown = !plain && looksLikeMarkdown(text);
			const html = markdown ? cleanHtml(readMarkdown(text), tally).map(writeHtml).join('') : null;
			onDropped(tally.dropped);
			if (html === null) return undefined as unknown as Slice;
			return sliceOf(html, context, SchemaParser.fromSchema(view.state.schema));
		}
	};
}

function sliceOf(html: string, context: ResolvedPos, parser: SchemaParser): Slice {
	const page = new DOMParser().parseFromString(html, 'text/html');
	return parser.parseSlice(page.body, { context });
}
