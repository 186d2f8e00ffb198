import { generateKeyBetween } from 'fractional-indexing';
import type { Random } from './ids.ts';

/** Eight halvings: two who insert at one place while apart meet the same key once in 256 times, which readers bear. */
const jitter = 8;

/**
 * A key between two neighbours (null: the end of the row) that depends on chance, so that two people who insert at
 * the same place rarely get the same key. Equal neighbours leave no room between them: the key then lies behind both.
 */
export function orderBetween(before: string | null, after: string | null, random: Random): string {
	if (before !== null && after !== null && before >= after) return orderBetween(before, null, random);
	let low = before;
	let high = after;
	if (high === null) high = generateKeyBetween(generateKeyBetween(low, null), null);
	if (low === null) low = generateKeyBetween(null, generateKeyBetween(null, high));
	let key = generateKeyBetween(low, high);
	for (let round = 0; round < jitter; round++) {
		if (random() < 0.5) low = key;
		else high = key;
		key = generateKeyBetween(low, high);
	}
	return key;
}
