import { ok, refuse, type Result } from '../result.ts';
import { levelOf, type Level, type LevelScheme } from './level-scheme.ts';

/** Where an item of a version stands. */
export interface Placement {
	readonly itemId: string;
	readonly levelKey: string;
	readonly parentItemId: string | null;
}

/** A link across branches: zahlt ein auf, bewirkt, steht im Konflikt mit. */
export interface Link {
	readonly fromItemId: string;
	readonly toItemId: string;
	readonly kind: 'contributes-to' | 'causes' | 'conflicts-with';
}

/**
 * Whether an item may stand here among the other items of its version: its parent is in the same version and on an
 * allowed level, there is room below it, and nothing hangs below itself. The item may already be among the others.
 */
export function checkPlacement(scheme: LevelScheme, others: readonly Placement[], item: Placement): Result<Level> {
	const level = levelOf(scheme, item.levelKey);
	if (!level.ok) return level;
	const { label, parentRequired } = level.value;
	if (item.parentItemId === null)
		return parentRequired ? refuse({ code: 'goal.parent-missing', level: label.one }) : level;
	const parent = others.find(({ itemId }) => itemId === item.parentItemId);
	if (!parent) return refuse({ code: 'goal.parent-elsewhere' });
	const parentLevel = levelOf(scheme, parent.levelKey);
	if (!parentLevel.ok) return parentLevel;
	if (hangsBelowItself(others, item)) return refuse({ code: 'goal.circle' });
	if (!level.value.parentLevels.includes(parent.levelKey))
		return refuse({ code: 'goal.parent-level', level: label.one, parent: parentLevel.value.label.one });
	return hasRoom(level.value, others, item);
}

function hasRoom(level: Level, others: readonly Placement[], item: Placement): Result<Level> {
	const limit = level.maxPerParent ?? Infinity;
	const siblings = others.filter(
		(other) => other.itemId !== item.itemId && other.levelKey === level.key && other.parentItemId === item.parentItemId
	);
	return siblings.length < limit ? ok(level) : refuse({ code: 'goal.level-full', level: level.label.many, limit });
}

function hangsBelowItself(others: readonly Placement[], item: Placement): boolean {
	const parents = new Map(others.map(({ itemId, parentItemId }) => [itemId, parentItemId]));
	parents.set(item.itemId, item.parentItemId);
	const seen = new Set<string>();
	for (let at = item.parentItemId; at !== null; at = parents.get(at) ?? null) {
		if (at === item.itemId || seen.has(at)) return true;
		seen.add(at);
	}
	return false;
}

/** Whether a link may be added: both ends are in the version, they differ, and the same link is not there yet. */
export function checkLink(
	items: readonly Pick<Placement, 'itemId'>[],
	links: readonly Link[],
	link: Link
): Result<void> {
	const { fromItemId, toItemId, kind } = link;
	if (fromItemId === toItemId) return refuse({ code: 'goal.link-to-itself' });
	const inVersion = (id: string) => items.some(({ itemId }) => itemId === id);
	if (!inVersion(fromItemId) || !inVersion(toItemId)) return refuse({ code: 'goal.link-elsewhere' });
	const same = (one: Link) => one.fromItemId === fromItemId && one.toItemId === toItemId && one.kind === kind;
	return links.some(same) ? refuse({ code: 'goal.link-exists' }) : ok();
}
