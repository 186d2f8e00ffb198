import type { Level, LevelScheme } from '#domain/goals/level-scheme.ts';
import type { GoalView } from '#protocol/goal-views.ts';

/** A goal with the goals below it. */
export interface GoalNode {
	goal: GoalView;
	level: Level;
	children: GoalNode[];
}

/** The goals of one level that stand at the top, with everything below them. */
export interface LevelGroup {
	level: Level;
	nodes: GoalNode[];
}

/**
 * The goals of a version as people read them: level by level from the top down, each goal below its parent. A goal whose
 * parent is not in the version stands with its own level, so that none disappears.
 */
export function forestOf(scheme: LevelScheme, goals: readonly GoalView[]): LevelGroup[] {
	const known = new Set(goals.map(({ itemId }) => itemId));
	const nodesBelow = (parent: string | null, level: Level): GoalNode[] =>
		goals
			.filter((goal) => goal.levelKey === level.key && parentOf(goal, known) === parent)
			.map((goal) => ({ goal, level, children: scheme.levels.flatMap((below) => nodesBelow(goal.itemId, below)) }));
	return scheme.levels
		.map((level) => ({ level, nodes: nodesBelow(null, level) }))
		.filter(({ nodes }) => nodes.length > 0);
}

const parentOf = ({ parentItemId }: GoalView, known: ReadonlySet<string>): string | null =>
	parentItemId !== null && known.has(parentItemId) ? parentItemId : null;

/** How many goals a level has, and how many it should have where the scheme says so. */
export interface LevelCount {
	level: Level;
	actual: number;
	expected: number | null;
}

/** The counts of all levels that have goals or should have some. Dropped goals do not count. */
export function countLevels(scheme: LevelScheme, goals: readonly GoalView[]): LevelCount[] {
	return scheme.levels
		.map((level) => ({
			level,
			actual: goals.filter(({ levelKey, status }) => levelKey === level.key && status !== 'dropped').length,
			expected: level.expected ?? null
		}))
		.filter(({ actual, expected }) => actual > 0 || expected !== null);
}
