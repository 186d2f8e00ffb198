import { generateKeyBetween } from 'fractional-indexing';
import type { Random } from './ids.ts';

/** The key of an element whose own key is missing or unusable. */
export const firstOrder = 'a0';

const orderForm = /^[A-Za-z][0-9A-Za-z]{1,999}$/;
/** Eight halvings: two who insert at one place while apart meet the same key once in 256 times, which readers bear. */
const jitter = 8;

/** The order key found in a document, or the first one where it is unusable for making neighbours. */
export function orderFrom(value: unknown): string {
	if (typeof value !== 'string' || !orderForm.test(value)) return firstOrder;
	try {
		generateKeyBetween(value, null);
		return value;
	} catch {
		return firstOrder;
	}
}

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

/** The one order of all elements on every machine: by key, and where keys are equal by id. */
export function inOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
	if (a.order !== b.order) return a.order < b.order ? -1 : 1;
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
