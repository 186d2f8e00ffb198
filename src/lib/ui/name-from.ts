import * as m from '#paraglide/messages.js';

/** What somebody is called: a guest may have given no name, an erased person has none any more. */
export function nameFrom(names: Readonly<Record<string, string | null>>, personId: string | null): string {
	const name = personId === null ? null : names[personId];
	if (name === undefined || name === null) return m.minutes_somebody();
	return name || m.minutes_nameless();
}
