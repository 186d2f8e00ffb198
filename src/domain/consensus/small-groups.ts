/** Numbers by group are shown from this many people on: fewer could be recognised. */
export const smallestGroup = 5;

/** The numbers by group, with null wherever fewer than five people stand behind one. */
export function shieldSmallGroups(counts: Readonly<Record<string, number>>): Record<string, number | null> {
	return Object.fromEntries(
		Object.entries(counts).map(([group, count]) => [group, count < smallestGroup ? null : count])
	);
}
