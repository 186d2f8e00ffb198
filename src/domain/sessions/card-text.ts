import { ok, refuse, type Result } from '../result.ts';
import { lengthOf, normaliseText } from '../texts/normal-form.ts';

/** How many characters a card may have: half a page, which always fits a note on the board. Whoever needs more writes a text. */
export const cardLimit = 1_000;

/** How many characters the word for whom a card was typed may have. */
export const behalfLimit = 60;

/** The text of a card in normal form. Without words it is `card.empty`, beyond the limit `card.too-long`. */
export function cardText(typed: string): Result<string> {
	if (typed.length > cardLimit * 10) return tooLong;
	const text = normaliseText(typed);
	if (text === '') return refuse({ code: 'card.empty' });
	return lengthOf(text) > cardLimit ? tooLong : ok(text);
}

const tooLong = refuse({ code: 'card.too-long', limit: cardLimit });
