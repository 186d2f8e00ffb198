import { cleanText } from './clean-text.ts';
import type { Clip } from './clip.ts';
import { elements } from './elements.ts';

/** Between the cards of a table. */
const gap = 24;

/** Rows of cells, as a table or a text gives them; an empty cell keeps its place. */
export type Rows = readonly (readonly string[])[];

/**
 * The cells of a text from a spreadsheet, with tabs between the columns. A cell with line breaks or tabs in it is quoted there;
 * a text without tabs is left as it is, because quotation marks in it are the writer's.
 */
export function cellsOf(text: string): Rows {
	const plain = text.replace(/\r\n?/g, '\n');
	if (!plain.includes('\t')) return plain.split('\n').map((line) => [line]);
	const rows: string[][] = [[]];
	const cell = /"([^"]*(?:""[^"]*)*)"(?=[\t\n]|$)|[^\t\n]*/y;
	for (let at = 0; at <= plain.length; at = cell.lastIndex + 1) {
		cell.lastIndex = at;
		const [whole, quoted] = cell.exec(plain) ?? [''];
		rows.at(-1)!.push(quoted?.replace(/""/g, '"') ?? whole);
		if (plain[cell.lastIndex] === '\n') rows.push([]);
	}
	return rows;
}

/** Lines laid in so many columns, in reading order. */
export function inColumns(lines: readonly string[], columns: number): Rows {
	return Array.from({ length: Math.ceil(lines.length / columns) }, (_, row) =>
		lines.slice(row * columns, (row + 1) * columns)
	);
}

/** One card for each cell that says something, in the rows and columns of the table. */
export function clipOfCells(rows: Rows): Clip {
	const { type, layer, defaultSize, defaultColour: colour } = elements.note;
	const [w, h] = defaultSize;
	return rows.flatMap((cells, row) =>
		cells.flatMap((cell, column) => {
			const text = cleanText(cell).trim();
			const [x, y] = [column * (w + gap), row * (h + gap)];
			return text ? { id: `${row}-${column}`, type, layer, parent: null, x, y, w, h, colour, text } : [];
		})
	);
}
