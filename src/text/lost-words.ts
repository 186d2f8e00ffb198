import { likeness } from '#domain/texts/similar-texts.ts';
import type { TextPlaces } from './text-places.ts';

/** Words as they stood when something was hung on them, and what stood around them, all without blanks. */
export interface SoughtWords {
	quote: string;
	before: string;
	after: string;
	/** They stood nowhere else in the text. */
	alone: boolean;
}

/** Where words stand: the characters from `from` up to `to` of the text without its blanks. */
export interface Stretch {
	from: number;
	to: number;
}

/** So much around words tells them from the same words elsewhere. */
const enoughAround = 8;
/** From this likeness on, of 1, words between the same neighbours are the same words, rewritten. */
const leastLikeness = 0.35;
const mostPlaces = 50;

/**
 * A text without its blanks and breaks, so that words are found again after their paragraph was divided or joined with another:
 * there the editor writes them anew, and positions of the document no longer lead to them.
 */
export class BareText {
	readonly letters: string;
	readonly #blocks: number[] = [];
	readonly #offsets: number[] = [];
	/** With which letter each block begins. */
	readonly #starts: number[] = [];

	constructor({ blocks }: TextPlaces) {
		let letters = '';
		for (const [at, { words }] of blocks.entries()) {
			this.#starts.push(letters.length);
			for (let offset = 0; offset < words.length; offset++) {
				if (isBlank(words[offset]!)) continue;
				letters += words[offset];
				this.#blocks.push(at);
				this.#offsets.push(offset);
			}
		}
		this.letters = letters;
	}

	/** Which letter comes first from a place of a block on. */
	letterAt(block: number, offset: number): number {
		let at = this.#starts[block] ?? this.letters.length;
		while (this.#blocks[at] === block && this.#offsets[at]! < offset) at++;
		return at;
	}

	/** The block and the place in it at which a letter stands. */
	placeOf(letter: number): { at: number; offset: number } {
		return { at: this.#blocks[letter]!, offset: this.#offsets[letter]! };
	}

	/** Where some words begin, from the first place on. */
	placesOf(quote: string): number[] {
		const places: number[] = [];
		if (quote === '') return places;
		for (let at = this.letters.indexOf(quote); at >= 0 && places.length < mostPlaces;) {
			places.push(at);
			at = this.letters.indexOf(quote, at + 1);
		}
		return places;
	}

	/** Finds words again as they stood, or null. */
	find({ quote, before, after, alone }: SoughtWords): Stretch | null {
		const places = this.placesOf(quote);
		const around = (at: number) =>
			alikeAtEnd(this.letters.slice(Math.max(0, at - before.length), at), before) +
			alikeAtStart(this.letters.slice(at + quote.length, at + quote.length + after.length), after);
		const best = places.reduce((one, other) => (around(other) > around(one) ? other : one), places[0] ?? -1);
		if (best < 0) return null;
		const sure = (alone && places.length === 1) || around(best) >= enoughAround;
		return sure ? { from: best, to: best + quote.length } : null;
	}

	/** Finds words that somebody has rewritten meanwhile between what stood around them, or null. */
	findRewritten({ quote, before, after }: SoughtWords): Stretch | null {
		if (before.length < enoughAround || after.length < enoughAround) return null;
		const [start, another] = this.placesOf(before);
		if (start === undefined || another !== undefined) return null;
		const from = start + before.length;
		const to = this.letters.indexOf(after, from);
		if (to <= from || to - from > 3 * quote.length + 40) return null;
		return likeness(this.letters.slice(from, to), quote) >= leastLikeness ? { from, to } : null;
	}
}

/** Words without their blanks and breaks. */
export const bare = (words: string): string => words.replace(/\s+/g, '');

const isBlank = (character: string): boolean => /\s/.test(character);

function alikeAtEnd(one: string, other: string): number {
	let n = 0;
	while (n < one.length && n < other.length && one.at(-1 - n) === other.at(-1 - n)) n++;
	return n;
}

function alikeAtStart(one: string, other: string): number {
	let n = 0;
	while (n < one.length && n < other.length && one[n] === other[n]) n++;
	return n;
}
