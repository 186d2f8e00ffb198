import { describe, expect, test } from 'vitest';
import { fileKind, fileLimits, fileName } from './file-kind.ts';
import { impulseTexts } from './impulse-texts.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a file of a process', () => {
	test('is what its first bytes say, whatever it is called', () => {
		expect(fileKind('bericht.png', bytes('%PDF-1.7 …'))).toEqual({ ok: true, value: 'pdf' });
		expect(fileKind('x', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toMatchObject({
			value: 'png'
		});
		expect(fileKind('x', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toMatchObject({ value: 'jpeg' });
		expect(fileKind('x', bytes('RIFF1234WEBPVP8 '))).toMatchObject({ value: 'webp' });
		expect(fileKind('Umfrage.CSV', bytes('Thema;Anteil\nRadwege;43 %'))).toMatchObject({ value: 'table' });
	});

	test('is refused when it is empty, too large or of another kind', () => {
		expect(fileKind('leer.pdf', bytes(''))).toMatchObject({ problem: { code: 'material.empty' } });
		for (const [name, content] of [
			['seite.html', '<script>alert(1)</script>'],
			['bild.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
			['programm.csv', 'MZ\u0000\u0001'],
			['umfrage.xlsx', 'PK\u0003\u0004']
		] as const)
			expect(fileKind(name, bytes(content)), name).toMatchObject({ problem: { code: 'material.kind-unknown' } });
		expect(fileKind('a.csv', new Uint8Array(fileLimits.tableBytes + 1).fill(65))).toMatchObject({
			problem: { code: 'material.too-large', megabytes: 1 }
		});
		expect(fileKind('a.pdf', new Uint8Array(fileLimits.bytes + 1))).toMatchObject({
			problem: { code: 'material.too-large', megabytes: 10 }
		});
	});

	test('keeps its name without the folders it came from', () => {
		expect(fileName('C:\\Eigene Dateien\\Umfrage 2024.csv')).toEqual({ ok: true, value: 'Umfrage 2024.csv' });
		expect(fileName('../../etc/passwd')).toEqual({ ok: true, value: 'passwd' });
		expect(fileName('x'.repeat(200))).toMatchObject({ problem: { code: 'input.too-long', limit: 150 } });
	});
});

describe('cards from a table', () => {
	const columns = { text: 0, share: 1, source: 'Bürgerbefragung 2024' };

	test('say words, number and source; empty rows give none and the same row only one', () => {
		const rows = [['Radwege', '43 %'], ['', '5 %'], ['Pflege', ''], ['Radwege', '43 %'], ['Busse']];
		expect(impulseTexts(rows, columns, 'Quelle')).toEqual({
			ok: true,
			value: [
				'Radwege (43 %)\nQuelle: Bürgerbefragung 2024',
				'Pflege\nQuelle: Bürgerbefragung 2024',
				'Busse\nQuelle: Bürgerbefragung 2024'
			]
		});
	});

	test('are refused with the row that is too long, with too many rows, and without words or source', () => {
		expect(impulseTexts([['kurz'], ['x'.repeat(700)]], columns, 'Quelle')).toMatchObject({
			problem: { code: 'table.row-too-long', row: 2 }
		});
		expect(impulseTexts(Array<string[]>(101).fill(['x']), columns, 'Quelle')).toMatchObject({
			problem: { code: 'table.too-many-rows', limit: 100 }
		});
		expect(impulseTexts([['', '1']], columns, 'Quelle')).toMatchObject({ problem: { code: 'table.no-words' } });
		expect(impulseTexts([['x']], { ...columns, source: ' ' }, 'Quelle')).toMatchObject({
			problem: { code: 'input.invalid' }
		});
	});
});
