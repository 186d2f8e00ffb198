const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The letter of a variant, which is counted from 1; after Z come AA and AB. Each stands once in a text, so that it names one wording. */
export function letterOf(variant: number): string {
	const at = variant - 1;
	const last = alphabet[at % alphabet.length] ?? '';
	return at < alphabet.length ? last : `${letterOf(Math.floor(at / alphabet.length))}${last}`;
}

/** The first letters that no other variant of the text has, as numbers from 1. */
export function freeVariants(taken: Iterable<number>, count: number): number[] {
	const used = new Set(taken);
	const free: number[] = [];
	for (let variant = 1; free.length < count; variant++) if (!used.has(variant)) free.push(variant);
	return free;
}

/** The number of a variant among the motions to a version: below zero, −1 for A, so that the first motion is number 1. */
export const numberOfVariant = (variant: number): number => -variant;

/** Whether a number among the motions to a version is one of a variant, and of which. */
export const isVariant = ({ number }: { readonly number: number }): boolean => number < 0;
export const variantOf = (number: number): number => -number;
