import { ok, refuse, type Result } from '../result.ts';
import type { Words } from '../words.ts';

/**
 * What an item of a level needs before its version is released: an office that is responsible, an indicator, an indicator
 * where the goal states something that can be counted, a product of the budget, or a year until which it holds.
 */
export const requirements = ['lead-office', 'indicator', 'indicator-if-measurable', 'product', 'horizon'] as const;
export type Requirement = (typeof requirements)[number];

/** An item that every version of the scheme has, known by its number on its level, with the count below it. */
export interface FixedItem {
	readonly number: string;
	readonly title: Words;
	readonly expectedChildren: number;
}

/** One level of the hierarchy. Its key never changes; its label may. */
export interface Level {
	readonly key: string;
	readonly label: { readonly one: Words; readonly many: Words };
	/** On which levels its parent may stand; none for a level at the top. */
	readonly parentLevels: readonly string[];
	/** Whether an item may not stand without a parent. */
	readonly parentRequired: boolean;
	/** How many items a version should have: a check with an answer, not a stop. */
	readonly expected?: number;
	/** How many of them one parent may have at most. */
	readonly maxPerParent?: number;
	readonly fixed?: readonly FixedItem[];
	readonly requires: readonly Requirement[];
	/** Counted through the whole level (`9`), or below the parent (`2.1`). */
	readonly numbering: 'in-level' | 'below-parent';
	/** Whether offices report on its items. */
	readonly reportable: boolean;
}

/** The hierarchy that a municipality steers by: data, not code. A version of a goal system pins key and version. */
export interface LevelScheme {
	readonly key: string;
	readonly version: number;
	readonly title: Words;
	/** From the top down, as lists and trees show them. */
	readonly levels: readonly Level[];
	/** The key of the body whose resolution adopts: Kreistag in Unna and Helmstedt, the Bezirksamt in Mitte. */
	readonly adoptedBy: string;
	readonly periodType: 'calendar-year' | 'budget-year' | 'term' | 'horizon';
	/** What a countermeasure needs: a cause (Unna), another unit to coordinate with (Mitte). */
	readonly countermeasure: { readonly cause: boolean; readonly otherUnit: boolean };
}

/** The level with this key, or `goal.level-unknown`. */
export function levelOf(scheme: LevelScheme, key: string): Result<Level> {
	const level = scheme.levels.find((one) => one.key === key);
	return level ? ok(level) : refuse({ code: 'goal.level-unknown', level: key });
}

/** The levels whose items may hang below an item of this level; for null, those that may stand at the top. */
export function childLevels(scheme: LevelScheme, key: string | null): Level[] {
	return scheme.levels.filter((level) => (key === null ? !level.parentRequired : level.parentLevels.includes(key)));
}
