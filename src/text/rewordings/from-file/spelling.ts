import { cleanCharacters } from '#domain/texts/normal-form.ts';

/** Words without what a word processor changes on its own: kinds of blanks, dashes and quotation marks, and hidden hyphens. */
export const spelled = (words: string): string =>
	cleanCharacters(words)
		.replace(/\u00ad/g, '')
		.replace(/[„“”«»"]/g, '"')
		.replace(/[‚‘’‹›'´`]/g, "'")
		.replace(/[‐‑‒–—−]/g, '-')
		.replace(/\s+/g, ' ');

/** Whether two paragraphs say the same, however a word processor spells it. */
export const saySame = (one: string, other: string): boolean => spelled(one).trim() === spelled(other).trim();

/** A dot or number of a list or heading that somebody has typed, or a program has made words of. */
const sign =
	/^\s*(?:[-–—•·▪◦]|o(?=\t)|(?:\d{1,2}|[a-z])\)|\(\d{1,2}\)|\d{1,2}(?:\.\d{1,2})*\.|\d{1,2}(?:\.\d{1,2})+)\s+/iu;

/** What a paragraph says behind the dot or number at its beginning. */
export const withoutSign = (words: string): string => words.replace(sign, '');

/**
 * A paragraph of a file as the same one of a text would have it: one of both may show the number that the other has by itself. Where both
 * have one, it belongs to the words.
 */
export function signedAs(words: string, here: string): string {
	const [theirs, ours] = [words, here].map((each) => sign.exec(each)?.[0] ?? '');
	if (theirs !== '' && ours === '') return withoutSign(words);
	return theirs === '' && ours !== '' ? `${ours}${words.trimStart()}` : words;
}
