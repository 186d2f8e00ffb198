import { ok, refuse, type Result } from '../result.ts';
import { lengthOf, normaliseLine } from '../texts/normal-form.ts';
import { sessionTemplates } from './templates.ts';

/** How much own templates may hold: the characters of a name, and how many of them one organisation keeps. */
export const templateLimits = { name: 80, kept: 100 } as const;

/** Two names are the same when they differ in nothing but capitals. */
export function sameNameKey(name: string): string {
	return name.toLowerCase();
}

/**
 * The name of an own template in normal form. Without words it is `template.name-missing`, beyond the limit `input.too-long`, and
 * `template.name-taken` where one of the organisation or one that ships is called so.
 */
export function templateName(typed: string, taken: readonly string[]): Result<string> {
	const name = normaliseLine(typed);
	if (name === '') return refuse({ code: 'template.name-missing' });
	const limit = templateLimits.name;
	if (lengthOf(name) > limit) return refuse({ code: 'input.too-long', field: 'name', limit });
	const shipped = Object.values(sessionTemplates).flatMap(({ title }) => [title.de, title.en]);
	const known = new Set([...shipped, ...taken].map(sameNameKey));
	return known.has(sameNameKey(name)) ? refuse({ code: 'template.name-taken', name }) : ok(name);
}
