import { cleanCharacters, normaliseLine, normaliseText } from './normal-form.ts';

/** A value that JSON can write. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Formatting of a stretch of text, as the editor writes it. */
export interface DocMark {
	readonly type: string;
	readonly attrs?: { readonly [key: string]: Json };
}

/** A node of a formatted text, as ProseMirror and Tiptap write it to JSON. */
export interface DocNode {
	readonly type: string;
	readonly attrs?: { readonly [key: string]: Json };
	readonly content?: readonly DocNode[];
	readonly text?: string;
	readonly marks?: readonly DocMark[];
}

/** A formatted text. */
export type Doc = DocNode & { readonly type: 'doc' };

/** A plain text as a formatted one: each line becomes a paragraph. The text is brought into normal form. */
export function plainToDoc(text: string): Doc {
	const paragraphs = normaliseText(text).split('\n');
	return {
		type: 'doc',
		content: paragraphs.map((line) =>
			line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] }
		)
	};
}

/**
 * The words of a formatted text in normal form: one line for each paragraph, heading, list item or row of a table, one for each
 * line break inside. The cells of a row are parted by a bar.
 */
export function docToPlain(doc: DocNode): string {
	return normaliseText(linesOf(doc).join('\n'));
}

function linesOf(node: DocNode): string[] {
	const content = node.content ?? [];
	if (node.type === 'tableRow') return [rowLine(content.map(cellWords))];
	if (content.some(isInline)) return [content.map(inlineText).join('')];
	if (content.length === 0) return node.type === 'paragraph' || node.type === 'heading' ? [''] : [];
	return content.flatMap(linesOf);
}

/** The words of one cell in one line, whatever stands in it. */
export const cellWords = (cell: DocNode): string => normaliseLine(linesOf(cell).join(' '));

const rowLine = (cells: readonly string[]): string => (cells.every((words) => words === '') ? '' : cells.join(' | '));

const isInline = (node: DocNode): boolean => node.type === 'text' || node.type === 'hardBreak';

function inlineText(node: DocNode): string {
	if (node.type === 'hardBreak') return '\n';
	return cleanCharacters(node.text ?? '');
}
