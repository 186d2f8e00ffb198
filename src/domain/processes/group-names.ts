import { ok, refuse, type Result } from '../result.ts';
import { lengthOf, normaliseLine } from '../texts/normal-form.ts';

/** How many groups one process has, and how many characters the name of one. */
export const groupLimits = { groups: 40, name: 120 } as const;

/** Two groups are the same when their names differ in nothing but capitals. */
export const sameGroupKey = (name: string): string => normaliseLine(name).toLowerCase();

/** A bullet or number before the name, as lists from a letter or a table carry it: `1.`, `2)`, `-`, `•`. */
const bullet = /^\s*(?:[-–—•*·]|\d{1,2}[.)])\s+/u;

/**
 * The names of groups from a list that somebody typed or pasted, one on each line, each once. Nothing but empty lines is
 * `group.names-missing`; too long a name or too many of them are refused.
 */
export function readGroupNames(typed: string): Result<string[]> {
	const byKey = new Map<string, string>();
	for (const line of typed.split(/\r?\n/)) {
		const name = normaliseLine(line.replace(bullet, ''));
		if (name === '') continue;
		if (lengthOf(name) > groupLimits.name)
			return refuse({ code: 'group.name-too-long', name: `${name.slice(0, 40)} …`, limit: groupLimits.name });
		if (!byKey.has(sameGroupKey(name))) byKey.set(sameGroupKey(name), name);
	}
	if (byKey.size === 0) return refuse({ code: 'group.names-missing' });
	if (byKey.size > groupLimits.groups) return refuse({ code: 'group.too-many', limit: groupLimits.groups });
	return ok([...byKey.values()]);
}
