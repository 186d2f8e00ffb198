import type { Doc, DocNode } from '#domain/texts/doc.ts';
import type { HeadingLevel } from './schema.ts';
import { tableOf } from './table-grid.ts';

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

/** A list of tasks; each says whether it is done. */
export function taskList(tasks: readonly { words: string; done: boolean }[]): DocNode {
	const content = tasks.map(({ words, done }): DocNode => ({
		type: 'taskItem',
		attrs: { checked: done },
		content: [paragraph(words)]
	}));
	return { type: 'taskList', content };
}

/** A table of words, row by row; with a first row of headings, if so wished. What is no table is nothing. */
export function table(rows: readonly (readonly string[])[], headed = true): DocNode | null {
	return tableOf(
		rows.map((cells, row) =>
			cells.map((words) => ({
				type: headed && row === 0 ? 'tableHeader' : 'tableCell',
				content: [paragraph(words)]
			}))
		)
	);
}

/** A whole text of blocks. */
export const textOfBlocks = (...content: DocNode[]): Doc => ({ type: 'doc', content });
