import { docToPlain, type Doc } from '#domain/texts/doc.ts';
import type { SuggestionView } from '#protocol/suggestion-view.ts';
import { numberLines } from '#text/numbered-lines.ts';
import { nodeAt, waysIn, type Ways } from '#text/rewordings/place.ts';
import { idsIn } from '#text/rewordings/rewording.ts';
import type { Placed } from '../suggestions/placed.ts';

/** The paragraph or heading of a text that is in discussion. */
export interface DiscussedParagraph {
	readonly id: string;
	/** Its lines as the projector counts them; null while it has no words. */
	readonly lines: { readonly first: number; readonly last: number } | null;
	/** How it begins. */
	readonly words: string;
	/** Those with words before and after it, or null. */
	readonly previous: string | null;
	readonly next: string | null;
}

/** A paragraph as it stands in the text now, or null where it does not. */
export function paragraphIn(doc: Doc, id: string, ways: Ways = waysIn(doc)): DiscussedParagraph | null {
	const way = ways.get(id);
	const node = way && nodeAt(doc, way);
	if (!node) return null;
	const { first = 0, starts = [] } = numberLines(doc).get(node) ?? {};
	const wordsOf = (each: string) => docToPlain(nodeAt(doc, ways.get(each)!)!).trim();
	const ids = [...ways.keys()];
	const at = ids.indexOf(id);
	return {
		id,
		lines: starts.length > 0 ? { first, last: first + starts.length - 1 } : null,
		words: wordsOf(id).slice(0, 60),
		previous: ids.slice(0, at).findLast((each) => wordsOf(each) !== '') ?? null,
		next: ids.slice(at + 1).find((each) => wordsOf(each) !== '') ?? null
	};
}

/** A suggestion for the paragraph in discussion, under the number by which people call it. */
export interface Numbered {
	readonly number: number;
	readonly placed: Placed;
}

/**
 * The open suggestions for a paragraph. They are numbered in the order in which they were made, together with those that are decided: what
 * people call the second one stays the second one.
 */
export function suggestionsFor(id: string, open: readonly Placed[], all: readonly SuggestionView[]): Numbered[] {
	const here = new Map(open.filter(({ ids }) => ids.includes(id)).map((placed) => [placed.suggestion.id, placed]));
	return all
		.filter((each) => here.has(each.id) || each.before.flatMap(idsIn).includes(id))
		.flatMap((each, at) => {
			const placed = here.get(each.id);
			return placed ? [{ number: at + 1, placed }] : [];
		});
}
