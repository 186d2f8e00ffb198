import papaparse from 'papaparse';
import { expect, test } from 'vitest';
import { csvOf, downloadHeaders } from './csv.ts';

test('what somebody wrote on a card never becomes a formula', () => {
	const dangerous = ['=1+1', '+49 5351', '-5', '@SUM(A1)', '  =HYPERLINK("http://x")', '＝1', '\tx'];
	const { data } = papaparse.parse<string[]>(
		csvOf(dangerous.map((text) => [text]))
			.slice(1)
			.trim(),
		{ delimiter: ';' }
	);
	expect(data.map(([cell]) => cell)).toEqual(dangerous.map((text) => `'${text}`));
});

test('umlauts, quotes, semicolons and line breaks come back as they were', () => {
	const rows = [
		['Schritt', 'Text'],
		['Sammeln', 'Straßen; Brücken\nund "Wege"']
	];
	const text = csvOf(rows);
	expect(text.startsWith('\uFEFFSchritt;Text\r\n')).toBe(true);
	expect(papaparse.parse<string[]>(text.slice(1).trim(), { delimiter: ';' }).data).toEqual(rows);
});

test('a download has a name that breaks no header', () => {
	const { 'content-disposition': disposition } = downloadHeaders('text/csv', 'Fachgruppe "Südkreis"\r\n.csv');
	expect(disposition).toBe(
		'attachment; filename="Fachgruppe Sudkreis.csv"; filename*=UTF-8\'\'Fachgruppe%20%22S%C3%BCdkreis%22%0D%0A.csv'
	);
});
