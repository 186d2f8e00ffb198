import type { Level } from './level-scheme.ts';

/**
 * The next free number on a level, as text: counted through the level (`9`), or below the parent (`2.1`). `used` holds
 * every number that was ever given on the level, in all versions and also to goals that were dropped: numbers are never
 * given twice, because old papers cite them.
 */
export function nextNumber(
	level: Pick<Level, 'numbering'>,
	parentNumber: string | null,
	used: Iterable<string>
): string {
	const prefix = level.numbering === 'below-parent' && parentNumber !== null ? `${parentNumber}.` : '';
	let highest = 0n;
	for (const number of used) {
		const own = number.startsWith(prefix) ? number.slice(prefix.length) : '';
		if (/^\d{1,30}$/.test(own) && BigInt(own) > highest) highest = BigInt(own);
	}
	return `${prefix}${highest + 1n}`;
}

/** The order in which people read numbers: 2 before 10, 2.9 before 2.10. For sorting. */
export function compareNumbers(a: string, b: string): number {
	return collator.compare(a, b);
}

const collator = new Intl.Collator('de', { numeric: true });
