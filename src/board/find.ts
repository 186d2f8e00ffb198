import type { BoardSnapshot } from './board-element.ts';

/** Letters as people mean them when they search: without capitals, accents and ß. */
export const folded = (text: string): string =>
	text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');

/** The words of a text in letters as people mean them when they search. */
export function foldedWords(text: string): string[] {
	return folded(text).split(/\s+/).filter(Boolean);
}

/**
 * What on the board holds all of the words, in the order of `ids`; titles and texts count, and so does the title of the area around. Nothing is
 * found for no words.
 */
export function findElements(board: BoardSnapshot, ids: readonly string[], words: string): string[] {
	const wanted = foldedWords(words);
	if (wanted.length === 0) return [];
	return ids.filter((id) => {
		const element = board.byId.get(id);
		if (!element) return false;
		const around = element.parent === null ? '' : (board.byId.get(element.parent)?.text ?? '');
		const own = folded(element.text);
		const both = `${own}\n${folded(around)}`;
		return wanted.every((word) => both.includes(word)) && wanted.some((word) => own.includes(word));
	});
}
