import { ok, refuse, type Result } from '../result.ts';
import { lengthOf, normaliseLine } from '../texts/normal-form.ts';

/** How many characters a guest's name may have. */
export const nameLimit = 60;

/**
 * The name a guest gave at the door, in normal form, or null when there is none to show: names are optional. Controls
 * that would turn the rest of a line around are gone, piled-up accents are cut to four; right-to-left names and emoji
 * stay. Too long is `input.too-long`.
 */
export function guestName(typed: string): Result<string | null> {
	if (typed.length > nameLimit * 50) return tooLong;
	const name = normaliseLine(typed).replace(/(\p{M}{4})\p{M}+/gu, '$1');
	if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(name)) return ok(null);
	return lengthOf(name) > nameLimit ? tooLong : ok(name);
}

const tooLong = refuse({ code: 'input.too-long', field: 'name', limit: nameLimit });
