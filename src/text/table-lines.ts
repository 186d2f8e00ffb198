import { cellWords, type DocNode } from '#domain/texts/doc.ts';
import { paragraph, table } from './blocks.ts';
import { readSpans } from './schema.ts';
import { layOut } from './table-grid.ts';

/** Whether a line of a plain form is a row of a table: it begins and ends with a bar. */
export const isTableLine = (line: string): boolean => /^\|.*\|$/.test(line.trim());

/** Stands below a row of headings, as it is usual in plain texts. */
const underHeadings = /^\|(\s*:?-{3,}:?\s*\|)+$/;

/** A table as lines, one for each row. A cell that goes over several places has its words in the first of them. */
export function tableLines({ content: rows = [] }: DocNode): string[] {
	const grid = layOut(rows.map(({ content = [] }) => content.map(({ attrs = {} }) => readSpans(attrs)))) ?? [];
	const width = Math.max(0, ...grid.flatMap(({ cells }) => cells.map(({ column, colspan }) => column + colspan)));
	const lines = rows.map(({ content = [] }, row) => {
		const words = Array.from({ length: width }, () => '');
		content.forEach((cell, at) => (words[grid[row]?.cells[at]?.column ?? at] = cellWords(cell)));
		return lineOf(words);
	});
	const headed = rows[0]?.content?.every(({ type }) => type === 'tableHeader') ?? false;
	return headed ? lines.toSpliced(1, 0, lineOf(Array.from({ length: width }, () => '---'))) : lines;
}

/** Reads lines that stand below each other as one table; what would be too large for one stays words. */
export function tableFrom(lines: readonly string[]): DocNode[] {
	const headed = underHeadings.test(lines[1]?.trim() ?? '');
	const rows = (headed ? lines.toSpliced(1, 1) : lines).map(cellsOf);
	const made = table(rows, headed);
	return made ? [made] : rows.map((cells) => paragraph(cells.join(' ')));
}

const lineOf = (cells: readonly string[]): string =>
	`| ${cells.map((words) => words.replaceAll('|', '\\|')).join(' | ')} |`;

/** A bar behind a stroke is one of the words. */
const cellsOf = (line: string): string[] =>
	line
		.trim()
		.slice(1, -1)
		.split(/(?<!\\)\|/)
		.map((words) => words.trim().replaceAll('\\|', '|'));
