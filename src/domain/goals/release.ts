import { ok, refuse, type Result } from '../result.ts';
import type { Words } from '../words.ts';
import type { LevelScheme, Requirement } from './level-scheme.ts';
import type { Placement } from './placement.ts';
import { checkPlacement } from './placement.ts';

/** What is known about an item when its version is to be released. */
export interface ReleaseItem extends Placement {
	readonly number: string;
	readonly leadOffice: string | null;
	readonly hasIndicator: boolean;
	readonly hasProduct: boolean;
	readonly horizonYear: number | null;
	/** Whether the goal states something that can be counted ("über 90.000"). */
	readonly measurable: boolean;
}

/** One thing that a version still lacks. */
export type Missing =
	| { readonly kind: 'place'; readonly itemId: string }
	| { readonly kind: 'requirement'; readonly itemId: string; readonly requirement: Requirement }
	| { readonly kind: 'count'; readonly of: Words; readonly expected: number; readonly actual: number };

/**
 * Everything that a version still lacks before it can go into consultation: each level's requirements, the right place of
 * each item, and the counts that the scheme expects ("14 von 15", Bezirksamt Mitte 2022). Dropped items are not handed in.
 */
export function missingForRelease(scheme: LevelScheme, items: readonly ReleaseItem[]): Missing[] {
	return [...items.flatMap((item) => missingOf(scheme, items, item)), ...wrongCounts(scheme, items)];
}

/**
 * Whether the version may be released. A wrong count can be overridden with a reason, which is then part of the record; a
 * missing requirement cannot. The answer lists the counts that were overridden; a refusal is `version.incomplete`.
 */
export function checkRelease(
	scheme: LevelScheme,
	items: readonly ReleaseItem[],
	overrideReason = ''
): Result<Missing[]> {
	const missing = missingForRelease(scheme, items);
	const reasoned = overrideReason.trim() !== '';
	const inTheWay = missing.filter(({ kind }) => kind !== 'count' || !reasoned);
	return inTheWay.length > 0 ? refuse({ code: 'version.incomplete', count: inTheWay.length }) : ok(missing);
}

function missingOf(scheme: LevelScheme, items: readonly ReleaseItem[], item: ReleaseItem): Missing[] {
	const { itemId } = item;
	const level = checkPlacement(scheme, items, item);
	if (!level.ok) return [{ kind: 'place', itemId }];
	const unmet = level.value.requires.filter((requirement) => !meets[requirement](item));
	return unmet.map((requirement) => ({ kind: 'requirement', itemId, requirement }));
}

const meets: Record<Requirement, (item: ReleaseItem) => boolean> = {
	'lead-office': ({ leadOffice }) => leadOffice !== null && leadOffice.trim() !== '',
	indicator: ({ hasIndicator }) => hasIndicator,
	'indicator-if-measurable': ({ hasIndicator, measurable }) => hasIndicator || !measurable,
	product: ({ hasProduct }) => hasProduct,
	horizon: ({ horizonYear }) => horizonYear !== null
};

function wrongCounts(scheme: LevelScheme, items: readonly ReleaseItem[]): Missing[] {
	const counts = scheme.levels.flatMap(({ key, label, expected, fixed = [] }) => {
		const here = items.filter(({ levelKey }) => levelKey === key);
		const inLevel = expected === undefined ? [] : [{ of: label.many, expected, actual: here.length }];
		const below = fixed.map(({ number, title, expectedChildren }) => {
			const ids = here.filter((item) => item.number === number).map(({ itemId }) => itemId);
			const actual = items.filter(({ parentItemId }) => parentItemId !== null && ids.includes(parentItemId)).length;
			return { of: title, expected: expectedChildren, actual };
		});
		return [...inLevel, ...below];
	});
	return counts.filter(({ expected, actual }) => expected !== actual).map((count) => ({ kind: 'count', ...count }));
}
