import papaparse from 'papaparse';

/** What a spreadsheet would take for a formula, also behind blanks and in wide letters. */
const formula = /^\s*[=+\-@＝＋－＠\t\r]/;

/**
 * A table as a spreadsheet in Germany opens it: semicolons, a byte order mark so that umlauts survive, and nothing that somebody wrote
 * becomes a formula.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
	const table = rows.map((row) => [...row]);
	return `\uFEFF${papaparse.unparse(table, { delimiter: ';', newline: '\r\n', escapeFormulae: formula })}\r\n`;
}

/** The headers of a download: kept nowhere, shown by no browser, under a name that every system can store. */
export function downloadHeaders(type: string, name: string): Record<string, string> {
	return {
		'content-type': type,
		'content-disposition': `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
		'cache-control': 'no-store',
		'x-content-type-options': 'nosniff',
		'content-security-policy': "default-src 'none'; sandbox"
	};
}

function asciiName(name: string): string {
	return name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%;]/g, '');
}
