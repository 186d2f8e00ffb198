/**
 * Characters that never reach a stored text: control characters (PostgreSQL and XML refuse them), halves of surrogate
 * pairs, zero-width spaces and byte order marks (suggestion marks leave them behind), and the controls that turn the
 * reading direction of everything after them. Arabic and Hebrew need none of these; their letters and the direction
 * marks U+200E and U+200F stay, and so do the joiners inside emoji and Persian words.
 */

const unwanted = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u202A-\u202E\u2066-\u2069\uFEFF\p{Cs}]/gu;

/** The same characters without what no stored text may contain, with line breaks as LF. Trailing blanks stay. */
export function cleanCharacters(text: string): string {
	return text
		.replace(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g, '\n')
		.replace(unwanted, '')
		.normalize('NFC');
}

/**
 * Plain text in normal form: NFC, LF, no blanks at the end of a line, no empty lines at the ends.
 * Two people who typed the same words get the same text, whatever machine they typed on.
 */
export function normaliseText(text: string): string {
	const lines = cleanCharacters(text)
		.split('\n')
		.map((line) => line.trimEnd());
	const first = lines.findIndex((line) => line !== '');
	return first < 0 ? '' : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1).join('\n');
}

/** One line in normal form, for titles and names: every run of blanks and line breaks becomes one blank. */
export function normaliseLine(text: string): string {
	return cleanCharacters(text).replace(/\s+/g, ' ').trim();
}

/** Whether two texts say the same, whatever blanks and line breaks stand between the words. */
export function sameWords(one: string, other: string): boolean {
	return normaliseLine(one) === normaliseLine(other);
}

/** The length of a text in characters as people count them on a keyboard: an emoji is not two. */
export function lengthOf(text: string): number {
	let length = 0;
	for (const _ of text) length += 1;
	return length;
}
