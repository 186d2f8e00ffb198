import type { DocMark } from '#domain/texts/doc.ts';

/** The root of a text document under which its content lies. */
export const bodyRoot = 'body';

/** What a text is made of. Everything else is read as plain paragraphs. */
export const nodeNames = [
	'doc',
	'paragraph',
	'heading',
	'bulletList',
	'orderedList',
	'listItem',
	'taskList',
	'taskItem',
	'table',
	'tableRow',
	'tableHeader',
	'tableCell',
	'hardBreak',
	'text'
] as const;
export type NodeName = (typeof nodeNames)[number];

/** How words can be set apart. */
export const markNames = ['bold', 'italic', 'link'] as const;
export type MarkName = (typeof markNames)[number];

/** Nodes that carry a stable `id`, so that comments and amendments can point to them. */
export const identifiedNodes = ['paragraph', 'heading'] as const satisfies readonly NodeName[];

/** The ranks of headings. */
export const headingLevels = [1, 2, 3] as const;
export type HeadingLevel = (typeof headingLevels)[number];

/** How deep lists may lie in each other, counted in nodes; what lies deeper is flattened to its words. */
export const deepest = 12;

/** What makes a list, with what its items are. Items of one kind that came into a list of another become those of the list. */
export const listItems: ReadonlyMap<string, 'listItem' | 'taskItem'> = new Map([
	['bulletList', 'listItem'],
	['orderedList', 'listItem'],
	['taskList', 'taskItem']
]);

/** What the cells of a table are. Tables lie only in the text itself, never in lists and in each other. */
export const cellNames = ['tableHeader', 'tableCell'] as const satisfies readonly NodeName[];

/** So many columns a table may have. */
export const mostColumns = 50;
/** So many cells a table may have, its empty ones included; what is larger is read as its words. */
export const mostCells = 5_000;

const linkSchemes = new Set(['http:', 'https:', 'mailto:']);
const longestLink = 2000;

/** Where a link may lead: a page or a mailbox, nothing that a browser would run. Null for everything else. */
export function safeHref(href: unknown): string | null {
	if (typeof href !== 'string' || href.length > longestLink) return null;
	try {
		const url = new URL(href.trim());
		return linkSchemes.has(url.protocol) ? url.href : null;
	} catch {
		return null;
	}
}

/** A paragraph's id as it may be stored, or null. */
export function readId(value: unknown): string | null {
	return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : null;
}

/** The rank of a heading; one that is unknown counts as the lowest. */
export function readLevel(value: unknown): HeadingLevel {
	return headingLevels.find((level) => level === value) ?? 3;
}

/** Where the numbers of a list begin, or null for 1. */
export function readStart(value: unknown): number | null {
	return typeof value === 'number' && Number.isSafeInteger(value) && value > 1 && value < 10_000 ? value : null;
}

/** Whether a task is done; the editor shows everything as a tick that is not nothing. */
export const readChecked = (value: unknown): boolean => Boolean(value);

function readSpan(value: unknown, most: number): number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value > 1 && value <= most ? value : 1;
}

/** How a cell lies in its table, from attributes that anybody may have written. */
export function readSpans(attrs: Readonly<Record<string, unknown>>): { colspan: number; rowspan: number } {
	return { colspan: readSpan(attrs.colspan, mostColumns), rowspan: readSpan(attrs.rowspan, mostCells) };
}

/** The known ones among the marks of a stretch of text, in one order; a link without a safe address is none. */
export function readMarks(formats: Readonly<Record<string, unknown>>): DocMark[] {
	const marks: DocMark[] = [];
	for (const type of markNames) {
		const value = formats[type];
		if (value === undefined || value === null || value === false) continue;
		if (type !== 'link') {
			marks.push({ type });
			continue;
		}
		const href = safeHref(typeof value === 'object' && 'href' in value ? value.href : null);
		if (href !== null) marks.push({ type, attrs: { href } });
	}
	return marks;
}
