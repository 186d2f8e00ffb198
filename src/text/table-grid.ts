import type { DocNode } from '#domain/texts/doc.ts';
import { mostCells, mostColumns, readSpans } from './schema.ts';

/** Over how many columns and rows a cell goes. */
export interface Span {
	readonly colspan: number;
	readonly rowspan: number;
}

/** A row as it lies in its table: for each cell where it begins and how far it goes, and how many cells are missing at the end. */
export interface GridRow {
	readonly cells: readonly (Span & { readonly column: number })[];
	readonly holes: number;
}

/** So many missing cells are filled in for each one that is there; what has more is no table. */
const mostHolesPerCell = 4;

/**
 * Lays cells out as a browser does: each takes the next free place of its row, goes as far as it may, and never over another
 * one. Two people who change rows and columns at once leave holes; they are counted for each row, so that reader, editor and
 * plain lines fill the same ones. Null for what has no cell or is too large.
 */
export function layOut(rows: readonly (readonly Span[])[]): readonly GridRow[] | null {
	const count = rows.reduce((sum, cells) => sum + cells.length, 0);
	if (count === 0 || Math.max(count, rows.length) > mostCells) return null;
	/** For each column the first row in which it is free. */
	const freeFrom: number[] = [];
	const laid = rows.map((cells, row) => {
		let column = 0;
		const placed = cells.map(({ colspan, rowspan }) => {
			while (isTaken(freeFrom, column, row)) column++;
			const begin = column;
			const below = row + Math.min(rowspan, rows.length - row);
			do freeFrom[column++] = below;
			while (column < begin + colspan && column < mostColumns && !isTaken(freeFrom, column, row));
			return { column: begin, colspan: column - begin, rowspan: below - row };
		});
		return { cells: placed, filled: freeFrom.filter((free) => free > row).length };
	});
	const width = freeFrom.length;
	const holes = laid.reduce((sum, { filled }) => sum + width - filled, 0);
	if (width > mostColumns || width * rows.length > mostCells || holes > count * mostHolesPerCell) return null;
	return laid.map(({ cells, filled }) => ({ cells, holes: width - filled }));
}

const isTaken = (freeFrom: readonly number[], column: number, row: number): boolean => (freeFrom[column] ?? 0) > row;

/** A table of cells, row by row: whole, whatever is missing. Null for what has no cell or is too large. */
export function tableOf(rows: readonly (readonly DocNode[])[]): DocNode | null {
	const grid = layOut(rows.map((cells) => cells.map(({ attrs = {} }) => readSpans(attrs))));
	if (!grid) return null;
	return { type: 'table', content: grid.map((laid, row) => rowOf(rows[row] ?? [], laid)) };
}

function rowOf(cells: readonly DocNode[], { cells: places, holes }: GridRow): DocNode {
	const missing: DocNode = { type: cells[0]?.type ?? 'tableCell', content: [{ type: 'paragraph' }] };
	const content = [
		...cells.map((cell, at) => withSpan(cell, places[at]!)),
		...Array.from({ length: holes }, () => missing)
	];
	return { type: 'tableRow', ...(content.length > 0 && { content }) };
}

function withSpan({ type, content }: DocNode, { colspan, rowspan }: Span): DocNode {
	const attrs = { ...(colspan > 1 && { colspan }), ...(rowspan > 1 && { rowspan }) };
	return { type, ...(Object.keys(attrs).length > 0 && { attrs }), ...(content && { content }) };
}
