/** Numbers by group are shown from this many people on: fewer could be recognised. */
export const smallestGroup = 5;

/** The numbers by group, with null wherever fewer than five people stand behind one. */
export function shieldSmallGroups(counts: Readonly<Record<string, number>>): Record<string, number | null> {
	return Object.fromEntries(
		Object.entries(counts).map(([group, count]) => [group, count < smallestGroup ? null : count])
	);
}

/**
 * Which groups can be shown beside the whole: those of at least five, and so few that whatever is left when they are taken from the whole
 * is nobody or at least five people, too. Otherwise the smallest shown one is hidden with them. `all` counts also those without a group.
 */
export function showableGroups(counts: Readonly<Record<string, number>>, all: number): string[] {
	const shown = Object.keys(counts)
		.filter((group) => counts[group]! >= smallestGroup)
		.sort((a, b) => counts[b]! - counts[a]! || (a < b ? -1 : 1));
	const rest = () => all - shown.reduce((sum, group) => sum + counts[group]!, 0);
	while (shown.length > 0 && rest() > 0 && rest() < smallestGroup) shown.pop();
	return shown.sort();
}
