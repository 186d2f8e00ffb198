import type { Doc, DocNode } from '#domain/texts/doc.ts';
import type { HeadingLevel } from './schema.ts';

/** A paragraph of plain words; without any it is empty. */
export function paragraph(words = ''): DocNode {
	return { type: 'paragraph', ...(words !== '' && { content: [{ type: 'text', text: words }] }) };
}

/** A heading of plain words. */
export function heading(level: HeadingLevel, words: string): DocNode {
	return { type: 'heading', attrs: { level }, content: [{ type: 'text', text: words }] };
}

/** A list with one item for each line of words. */
export function list(type: 'bulletList' | 'orderedList', items: readonly string[]): DocNode {
	return { type, content: items.map((words) => ({ type: 'listItem', content: [paragraph(words)] })) };
}

/** A whole text of blocks. */
export const textOfBlocks = (...content: DocNode[]): Doc => ({ type: 'doc', content });
