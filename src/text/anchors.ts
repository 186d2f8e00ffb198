import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import { cleanCharacters } from '#domain/texts/normal-form.ts';
import { bare, BareText } from './lost-words.ts';
import { TextPlaces, type Block, type TextPoint, type TextRange } from './text-places.ts';

/** Where a screen wants to hang something: on words between two positions of the document, or on a paragraph as a whole. */
export interface AnchorWish {
	paragraphId: string;
	/** Relative positions of Yjs, in base64: what is typed at the ends of the words stays outside. */
	between: { start: string; end: string } | null;
}

/**
 * On which words of a living text something hangs. The positions go along with whatever is written around the words; what they said, and
 * what stood around them, finds them again where an editor has written them anew.
 */
export interface TextAnchor extends AnchorWish {
	quote: string;
	/** The letters before and after them, without blanks. */
	before: string;
	after: string;
	/** They stood nowhere else in the text. */
	alone: boolean;
}

/** So many characters of the words are kept, and so many letters of what stands around them. */
export const anchorLimits = { quote: 300, around: 24, position: 400 } as const;

/** The words between two places of a text as somebody has chosen them; null where there are none. */
export function wishBetween(places: TextPlaces, from: TextPoint, to: TextPoint): AnchorWish | null {
	const [first, last] = [places.block(from.paragraphId), places.block(to.paragraphId)];
	const start = first && positionAt(first, from.offset, 'start');
	const end = last && positionAt(last, to.offset, 'end');
	if (!start || !end) return null;
	const wish = { paragraphId: from.paragraphId, between: { start: written(start), end: written(end) } };
	return rangesOf(places, wish).length > 0 ? wish : null;
}

/**
 * Keeps a wish together with the words it means. Where the words are gone already it means their paragraph; null where that is gone, too,
 * or empty.
 */
export function anchorOf(places: TextPlaces, wish: AnchorWish): TextAnchor | null {
	const ranges = rangesOf(places, wish);
	if (ranges.length === 0) return wish.between === null ? null : anchorOf(places, { ...wish, between: null });
	const text = new BareText(places);
	const [first, last] = [ranges[0]!, ranges.at(-1)!];
	const from = text.letterAt(places.indexOf(first.paragraphId), first.from);
	const to = text.letterAt(places.indexOf(last.paragraphId), last.to);
	const quote = shortened(wordsIn(places, ranges));
	return {
		...wish,
		paragraphId: first.paragraphId,
		quote,
		before: text.letters.slice(Math.max(0, from - anchorLimits.around), from),
		after: text.letters.slice(to, to + anchorLimits.around),
		alone: text.placesOf(bare(quote)).length === 1
	};
}

/** Finds the places of many anchors in one text, at one moment. */
export class AnchorFinder {
	readonly #places: TextPlaces;
	#text: BareText | null = null;

	constructor(doc: Y.Doc) {
		this.#places = new TextPlaces(doc);
	}

	/** Which paragraph this is, counted from 0; -1 for none. */
	paragraphAt(paragraphId: string): number {
		return this.#places.indexOf(paragraphId);
	}

	/** The words that a wish means now. */
	rangesOfWish(wish: AnchorWish): TextRange[] {
		return rangesOf(this.#places, wish);
	}

	/** Where the words of an anchor stand now, in their order; nothing once they are gone. */
	rangesOf(anchor: TextAnchor): TextRange[] {
		const ranges = rangesOf(this.#places, anchor);
		const quote = bare(anchor.quote);
		if (ranges.length > 0 && (anchor.between === null || bare(wordsIn(this.#places, ranges)).includes(quote)))
			return ranges;
		this.#text ??= new BareText(this.#places);
		const sought = { ...anchor, quote };
		const found = this.#text.find(sought) ?? (ranges.length === 0 ? this.#text.findRewritten(sought) : null);
		if (!found) return ranges;
		const again = rangesFrom(this.#places, this.#text.placeOf(found.from), afterLetter(this.#text, found.to));
		return ranges.length === 0 || goOnWith(ranges, again) ? again : ranges;
	}
}

/** Whether words that were divided begin or end with what is left of them at the old place. */
const goOnWith = (left: readonly TextRange[], again: readonly TextRange[]): boolean =>
	again.some(({ paragraphId, from, to }) =>
		left.some((one) => one.paragraphId === paragraphId && one.from < to && from < one.to)
	);

const afterLetter = (text: BareText, letter: number) => {
	const { at, offset } = text.placeOf(letter - 1);
	return { at, offset: offset + 1 };
};

/** Where the positions of a wish lead. */
function rangesOf(places: TextPlaces, { paragraphId, between }: AnchorWish): TextRange[] {
	if (between === null) {
		const at = places.indexOf(paragraphId);
		const offset = places.blocks[at]?.words.length ?? 0;
		return rangesFrom(places, { at, offset: 0 }, { at, offset });
	}
	const [start, end] = [placeAt(places, between.start), placeAt(places, between.end)];
	return start && end ? rangesFrom(places, start, end) : [];
}

/** All that lies between two places, paragraph by paragraph; blanks alone are nothing. */
function rangesFrom(
	{ blocks }: TextPlaces,
	start: { at: number; offset: number },
	end: { at: number; offset: number }
): TextRange[] {
	const ranges: TextRange[] = [];
	for (let at = start.at; at >= 0 && at <= end.at; at++) {
		const { id, words } = blocks[at]!;
		const from = at === start.at ? start.offset : 0;
		const to = at === end.at ? end.offset : words.length;
		if (id !== null && bare(words.slice(from, to)) !== '' && from < to) ranges.push({ paragraphId: id, from, to });
	}
	return ranges;
}

/** Where a written position is today, or null: it may come from anywhere. */
function placeAt(places: TextPlaces, position: string): { at: number; offset: number } | null {
	try {
		const relative = Y.decodeRelativePosition(fromBase64(position));
		const found = Y.createAbsolutePositionFromRelativePosition(relative, places.doc);
		return found && places.find(found);
	} catch {
		return null;
	}
}

/** The position of the document before or behind a character, bound to the words that are meant. */
function positionAt({ element, pieces }: Block, offset: number, side: 'start' | 'end'): Y.RelativePosition | null {
	const piece = pieces.find(({ from, length }) =>
		side === 'start' ? offset < from + length : offset > from && offset <= from + length
	);
	if (!piece || offset < 0) return null;
	const assoc = side === 'start' ? 0 : -1;
	return piece.node instanceof Y.XmlText
		? Y.createRelativePositionFromTypeIndex(piece.node, offset - piece.from, assoc)
		: Y.createRelativePositionFromTypeIndex(element, piece.index + (side === 'start' ? 0 : 1), assoc);
}

const written = (position: Y.RelativePosition): string => toBase64(Y.encodeRelativePosition(position));

const wordsIn = (places: TextPlaces, ranges: readonly TextRange[]): string =>
	ranges.map(({ paragraphId, from, to }) => places.block(paragraphId)?.words.slice(from, to) ?? '').join('\n');

function shortened(words: string): string {
	return [...cleanCharacters(words).trim()].slice(0, anchorLimits.quote).join('');
}
