import { smallestGroup } from '../consensus/small-groups.ts';
import type { Group } from '../sessions/groups.ts';
import type { MinutesPile } from './minutes.ts';

/** How somebody may be counted without being recognised: by her group, with other small groups together, or not by group at all. */
export type Shield = ReadonlyMap<string, MinutesPile['group']>;

/**
 * Under which group the cards of each person stand. Groups of fewer than five people stand together; if those are still fewer than
 * five, what remains would tell who they are, so nobody's group is named.
 */
export function shieldAuthors(people: readonly { id: string; group: Group | null }[]): Shield {
	const sizes = new Map<Group | null, number>();
	for (const { group } of people) sizes.set(group, (sizes.get(group) ?? 0) + 1);
	const isLarge = (group: Group | null) => group !== null && (sizes.get(group) ?? 0) >= smallestGroup;
	const small = people.filter(({ group }) => !isLarge(group)).length;
	const none = small > 0 && small < smallestGroup;
	return new Map(people.map(({ id, group }) => [id, none ? null : isLarge(group) ? group : 'several']));
}
