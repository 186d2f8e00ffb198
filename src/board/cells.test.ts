import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, clipOfCells, inColumns } from './cells.ts';

const placesOf = (text: string) => clipOfCells(cellsOf(text)).map(({ text: words, x, y }) => [words, x, y]);

/** Half characters and control characters, too. */
const anyLetter = fc.nat(0xffff).map((code) => String.fromCharCode(code));

describe('cells of a spreadsheet', () => {
	test('become cards in the same rows and columns, empty ones leave their place free', () => {
		expect(placesOf('Bus\tBahn\r\n\tRad\r\n')).toEqual([
			['Bus', 0, 0],
			['Bahn', 224, 0],
			['Rad', 224, 224]
		]);
	});

	test('may have line breaks and quotation marks in them', () => {
		expect(cellsOf('"Bus\nund ""Bahn"""\tRad\n"offen\tzu')).toEqual([
			['Bus\nund "Bahn"', 'Rad'],
			['"offen', 'zu']
		]);
	});

	test('are read whatever is written in them', () => {
		const row = fc.array(fc.string({ unit: fc.constantFrom('a', '"', '\n', ' ', 'ß') }), {
			minLength: 2,
			maxLength: 4
		});
		const quoted = (cell: string) => `"${cell.replace(/"/g, '""')}"`;
		fc.assert(
			fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
				expect(cellsOf(rows.map((cells) => cells.map(quoted).join('\t')).join('\n'))).toEqual(rows);
			})
		);
		fc.assert(fc.property(fc.string({ unit: anyLetter }), (text) => void clipOfCells(cellsOf(text))));
	});
});

describe('lines of a text', () => {
	test('become one card each, their quotation marks stay, and empty lines are none', () => {
		const lines = cellsOf('"Bus" sagt sie\n\n  Rad \nWeg').flat();
		expect(lines).toEqual(['"Bus" sagt sie', '', '  Rad ', 'Weg']);
		expect(clipOfCells([lines]).map(({ text }) => text)).toEqual(['"Bus" sagt sie', 'Rad', 'Weg']);
	});

	test('are laid in rows', () => {
		expect(inColumns(['a', 'b', 'c', 'd', 'e'], 2)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
	});
});
