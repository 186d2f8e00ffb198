import { ok, refuse, type Result } from '../result.ts';
import { lengthOf, normaliseLine } from '../texts/normal-form.ts';

/** How much own templates may hold: the characters of a name, how many of a kind one organisation keeps, and the things of a board. */
export const templateLimits = { name: 80, kept: 100, things: 500 } as const;

/** Two names are the same when they differ in nothing but capitals. */
export function sameNameKey(name: string): string {
	return name.toLowerCase();
}

/**
 * The name of an own template in normal form. Without words it is `template.name-missing`, beyond the limit `input.too-long`, and
 * `template.name-taken` where another one is called so, of the organisation or shipped.
 */
export function templateName(typed: string, taken: readonly string[]): Result<string> {
	const name = normaliseLine(typed);
	if (name === '') return refuse({ code: 'template.name-missing' });
	const limit = templateLimits.name;
	if (lengthOf(name) > limit) return refuse({ code: 'input.too-long', field: 'name', limit });
	const known = new Set(taken.map(sameNameKey));
	return known.has(sameNameKey(name)) ? refuse({ code: 'template.name-taken', name }) : ok(name);
}
