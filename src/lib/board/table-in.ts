import type { Rows } from '#board/cells.ts';

/** Letters of HTML that are still taken apart. */
const mostLetters = 2_000_000;

/** The cells of the table that a piece of HTML consists of; null where it says anything beside one table. It runs and loads nothing. */
export function tableIn(html: string): Rows | null {
	if (html.length > mostLetters || !/<table/i.test(html)) return null;
	const page = new DOMParser().parseFromString(html, 'text/html');
	const [table, more] = page.querySelectorAll('table');
	if (!table || more) return null;
	page.querySelectorAll('br').forEach((each) => each.replaceWith('\n'));
	const rows = [...table.rows].map((row) => [...row.cells].flatMap(cellsFor));
	table.remove();
	page.querySelectorAll('style, script').forEach((each) => each.remove());
	return page.body.textContent.trim() === '' ? rows : null;
}

/** A cell, and an empty one for each further column that it covers. */
function cellsFor(cell: HTMLTableCellElement): string[] {
	const text = cell.textContent
		.replace(/[^\S\n]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.trim();
	return [text, ...Array<string>(Math.min(cell.colSpan, 100) - 1).fill('')];
}
