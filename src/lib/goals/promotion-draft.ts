import { childLevels, type Level, type LevelScheme } from '#domain/goals/level-scheme.ts';
import { nextNumber } from '#domain/goals/numbering.ts';
import { checkPlacement } from '#domain/goals/placement.ts';
import type { Problem } from '#domain/problems.ts';
import type { GoalView } from '#protocol/goal-views.ts';
import type { PromotionFields, PromotionOffer, PromotionTarget } from '#protocol/promotion-offer.ts';
import { lacksOf, type Lack } from '#lib/goals/missing.ts';

/** What the form knows about the goal that would come of its fields. */
export interface PromotionDraft {
	target: PromotionTarget;
	level: Level;
	/** The goals it may hang below. */
	parents: GoalView[];
	parent: GoalView | null;
	/** The number it would get; null while its place is not allowed. */
	number: string | null;
	problem: Problem | null;
	now: Lack[];
	later: Lack[];
	/** The goals beside which it would stand. */
	siblings: GoalView[];
}

/** What the fields would give; null while there is no draft to take anything over into. */
export function draftOf(offer: PromotionOffer, fields: PromotionFields): PromotionDraft | null {
	const target = offer.targets.find(({ version }) => version.id === fields.versionId) ?? offer.targets[0];
	if (!target) return null;
	const { scheme, goals } = target.version;
	const level = scheme.levels.find(({ key }) => key === fields.levelKey) ?? firstChoice(scheme);
	if (!level) return null;
	const parents = goals.filter(({ levelKey, status }) => level.parentLevels.includes(levelKey) && status !== 'dropped');
	const parent = parents.find(({ itemId }) => itemId === fields.parentItemId) ?? null;
	const placed = checkPlacement(scheme, goals, {
		itemId: '',
		levelKey: level.key,
		parentItemId: parent?.itemId ?? null
	});
	const used = target.usedNumbers.filter(({ levelKey }) => levelKey === level.key).map(({ number }) => number);
	const { leadOffice, horizonYear } = fields;
	const filled = { text: offer.agreement.text, leadOffice, horizonYear, hasParent: parent !== null };
	return {
		target,
		level,
		parents,
		parent,
		number: placed.ok ? nextNumber(level, parent?.number ?? null, used) : null,
		problem: placed.ok ? null : placed.problem,
		...lacksOf(level, { ...filled, hasIndicator: false, hasProduct: false }),
		siblings: goals.filter(
			({ levelKey, parentItemId }) => levelKey === level.key && parentItemId === (parent?.itemId ?? null)
		)
	};
}

/** The fields before anybody has filled in anything: the newest draft and the level that workshops mostly agree on. */
export function emptyFields(offer: PromotionOffer): PromotionFields {
	const version = offer.targets[0]?.version;
	const level = version && firstChoice(version.scheme);
	return {
		versionId: version?.id ?? '',
		levelKey: level?.key ?? '',
		parentItemId: '',
		leadOffice: '',
		horizonYear: version && level?.requires.includes('horizon') ? version.periodTo.slice(0, 4) : '',
		budgetYear: '',
		points: ''
	};
}

/** The first level that stands at the top and is reported on, else the first of all. */
function firstChoice(scheme: LevelScheme): Level | undefined {
	return childLevels(scheme, null).find(({ reportable }) => reportable) ?? scheme.levels[0];
}
