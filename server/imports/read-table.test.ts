import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';

const rows = [
	['Thema', 'Anteil'],
	['Straßen; Brücken', '43 %'],
	['Pflege', '12 %']
];

test.each([
	[';', 'Thema;Anteil\r\n"Straßen; Brücken";43 %\r\nPflege;12 %\r\n'],
	[',', 'Thema,Anteil\n"Straßen; Brücken",43 %\nPflege,12 %\n'],
	['\t', 'Thema\tAnteil\nStraßen; Brücken\t43 %\nPflege\t12 %']
])('a table with %j between its cells is read, also as Excel on Windows wrote it', (delimiter, text) => {
	for (const [encoding, bytes] of [
		['UTF-8', Buffer.from(`\uFEFF${text}`)],
		['Windows-1252', Buffer.from(text, 'latin1')]
	] as const)
		expect(readTable(bytes, true)).toEqual({
			ok: true,
			value: { encoding, delimiter, heads: rows[0], rows: rows.slice(1) }
		});
});

test('a file without a line of heads keeps its first row', () => {
	const read = readTable(Buffer.from('Radwege;43\nPflege;'), false);
	expect(read).toMatchObject({
		value: {
			heads: ['', ''],
			rows: [
				['Radwege', '43'],
				['Pflege', '']
			]
		}
	});
});

test('a single column is one, and its commas stay', () => {
	const read = readTable(Buffer.from('Thema\nRadwege, auch im Winter\nPflege'), true);
	expect(read).toMatchObject({ value: { heads: ['Thema'], rows: [['Radwege, auch im Winter'], ['Pflege']] } });
});

test('what is no table is refused, and of a huge one no more is read than can be used', () => {
	for (const text of ['', '\n\n', '"offen;1\n2'])
		expect(readTable(Buffer.from(text), true)).toMatchObject({ problem: { code: 'table.unreadable' } });
	const huge = readTable(Buffer.from('a;b\n'.repeat(5_000)), true);
	expect(huge.ok && huge.value.rows.length).toBe(101);
});
