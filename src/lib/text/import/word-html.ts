import { cleanHtml } from './clean-html.ts';
import type { Tally } from './dropped.ts';
import { element, isBlank, readHtml, wordsOf, writeHtml, type Element, type Markup } from './markup.ts';
import { listsOf, type ListParagraph } from './word-lists.ts';

/** What an editor copied itself is in our schema already, and says so. */
const ownCopy = /<[^>]{1,200}\sdata-pm-slice=/;

/**
 * The HTML that Word, LibreOffice or a page put on the clipboard, as a text of ours can take it. What somebody copies from one
 * of our texts stays as it is.
 */
export function cleanPastedHtml(html: string, tally: Tally): string {
	if (ownCopy.test(html)) return html;
	return cleanHtml(tidyWord(readHtml(html), tally), tally)
		.map(writeHtml)
		.join('');
}

/** HTML with lists where Word wrote paragraphs with dots, and without what Word adds: notes, comments and deleted words. */
export function tidyWord(root: Element, tally: Tally): Element {
	return { ...root, children: tidyAll(root.children, tally) };
}

function tidyAll(nodes: readonly Markup[], tally: Tally): Markup[] {
	const tidied: Markup[] = [];
	let list: ListParagraph[] = [];
	const endList = () => {
		tidied.push(...listsOf(list));
		list = [];
	};
	for (const node of nodes) {
		if (typeof node === 'string') {
			if (list.length > 0 && isBlank(node)) continue;
			endList();
			tidied.push(node);
			continue;
		}
		if (isLeftBehind(node, tally)) continue;
		const inside = { ...node, children: tidyAll(node.children, tally) };
		const paragraph = listParagraph(inside);
		if (paragraph) list.push(paragraph);
		else {
			endList();
			tidied.push(withoutMarker(inside).rest);
		}
	}
	endList();
	return tidied;
}

const styleOf = ({ attributes }: Element): string => (attributes.get('style') ?? '').toLowerCase();
const classOf = ({ attributes }: Element): string => (attributes.get('class') ?? '').toLowerCase();

/** Deleted words, notes and comments, by the signs that Word and LibreOffice give them. */
function isLeftBehind(node: Element, tally: Tally): boolean {
	if (node.name === 'del') return true;
	const [style, kind] = [styleOf(node), classOf(node)];
	if (
		/mso-element:\s*(foot|end)note(-list)?\b/.test(style) ||
		/^sd(foot|end)note\d/.test(node.attributes.get('id') ?? '')
	)
		return true;
	if (/mso-element:\s*comment(-list)?\b/.test(style) || /\bmsocomtxt\b/.test(kind)) return true;
	if (/mso-(foot|end)note-id:/.test(style) || /\bsd(foot|end)noteanc\b/.test(kind)) {
		tally.count('footnotes');
		return true;
	}
	if (!/\bmsocommentreference\b/.test(kind)) return false;
	tally.count('comments');
	return true;
}

/** A paragraph that Word shows as an item of a list, or null. Numbered headings are none. */
function listParagraph(node: Element): ListParagraph | null {
	const [, list = '', level] = /mso-list:\s*(l\d+)\s+level(\d+)/.exec(styleOf(node)) ?? [];
	if (level === undefined || node.name !== 'p') return null;
	const { marker, rest } = withoutMarker(node);
	return marker === null ? null : { list, level: Number(level), marker, content: rest.children };
}

/** A paragraph without the dot or number that Word wrote before it. The number of a heading is a part of its words. */
function withoutMarker(node: Element): { marker: string | null; rest: Element } {
	const path = markerIn(node);
	if (path === null) return { marker: null, rest: node };
	const marker = wordsOf(path)
		.replace(/[\s\u00a0]+/g, ' ')
		.trim();
	const heading = /^h[1-6]$/.test(node.name);
	return { marker, rest: replace(node, path, heading ? `${marker} ` : '') };
}

const isMarker = (node: Element): boolean => /mso-list:\s*ignore/.test(styleOf(node));

function markerIn(node: Element): Element | null {
	if (node.name !== 'p' && !/^h[1-6]$/.test(node.name)) return null;
	const search = (within: Element): Element | null => {
		for (const child of within.children) {
			if (typeof child === 'string') continue;
			const found = isMarker(child) ? child : search(child);
			if (found) return found;
		}
		return null;
	};
	return search(node);
}

function replace(node: Element, gone: Element, words: string): Element {
	const children = node.children.map((child) =>
		typeof child === 'string' ? child : child === gone ? element('span', {}, [words]) : replace(child, gone, words)
	);
	return { ...node, children };
}
