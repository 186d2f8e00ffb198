import * as v from 'valibot';
import { readDecimal } from '#domain/goals/decimal.ts';
import { directions, operators } from '#domain/goals/target.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { lineageOfItem } from '../db/repositories/goals.ts';
import { indicators } from '../db/schema/goals.ts';
import { defineCommand } from './command.ts';
import { holdDraft } from './drafts.ts';
import { id, year } from './goal-input.ts';
import { placeOfVersion } from './goal-places.ts';

const amount = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40));

/**
 * Gives a goal of a draft a figure with its target. A goal that also stands in a released or adopted version keeps its
 * figures, because what was decided does not change.
 */
export const recordIndicator = defineCommand({
	name: 'record-indicator',
	right: 'goal.edit',
	input: v.object({
		versionId: id,
		itemId: id,
		title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
		unit: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
		direction: v.picklist(directions),
		operator: v.picklist(operators),
		/** A decimal text with a point, such as `90000` or `21.9`. */
		target: amount,
		/** The upper end, for `between`. */
		target2: v.optional(amount),
		targetYear: v.optional(year)
	}),
	place: placeOfVersion,
	async run(ctx, { versionId, itemId, operator, target, target2, ...figure }) {
		const { tx, tenantId, now: createdAt } = ctx;
		const draft = await holdDraft(ctx, versionId);
		if (!draft.ok) return draft;
		const stands = await lineageOfItem(tx, tenantId, itemId);
		if (!stands.some((one) => one.versionId === versionId)) return refuse({ code: 'thing.not-found', kind: 'goal' });
		const decided = stands.find(({ versionState }) => versionState !== 'draft');
		if (decided) return refuse({ code: 'version.not-draft', state: decided.versionState });
		const range = checkTarget(operator, target, target2);
		if (!range.ok) return range;
		const indicatorId = ctx.newId();
		await tx
			.insert(indicators)
			.values({ tenantId, id: indicatorId, itemId, ...figure, operator, ...range.value, createdAt });
		return ok({ indicatorId });
	},
	audit: ({ versionId, itemId }, { indicatorId }) => ({
		entity: 'indicator',
		entityId: indicatorId,
		facts: { versionId, itemId }
	})
});

function checkTarget(
	operator: (typeof operators)[number],
	target: string,
	target2: string | undefined
): Result<{ target: string; target2: string | null }> {
	if (operator === 'between' && target2 === undefined) return refuse({ code: 'goal.target-incomplete' });
	const upper = operator === 'between' && target2 !== undefined ? target2 : null;
	for (const text of [target, ...(upper === null ? [] : [upper])]) {
		const number = readDecimal(text);
		if (!number.ok) return number;
	}
	return ok({ target, target2: upper });
}
