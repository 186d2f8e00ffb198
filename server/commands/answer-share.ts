import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { measureShares } from '../db/schema/budgets.ts';
import { placeOfAnswer } from './budget-places.ts';
import { budgetChanged } from './budgets.ts';
import { defineCommand } from './command.ts';
import { holdForAnswer } from './department-answers.ts';

/** A department says whether it carries its share of a measure. Until it has said yes the money counts as assumed. */
export const answerShare = defineCommand({
	name: 'answer-share',
	right: 'budget.answer',
	input: v.object({
		measureId: v.pipe(v.string(), v.uuid()),
		bodyId: v.pipe(v.string(), v.uuid()),
		answer: v.picklist(['confirmed', 'refused', 'open'])
	}),
	place: placeOfAnswer,
	async run(ctx, { measureId, bodyId, answer }) {
		const held = await holdForAnswer(ctx, { measureId, bodyId });
		if (!held.ok) return held;
		const { budget, measure } = held.value;
		if (!measure.shares.some(({ departmentId }) => departmentId === bodyId))
			return refuse({ code: 'measure.no-share' });
		// Whoever takes back her share no longer approves of the money that rests on it.
		if (answer !== 'confirmed' && measure.allocation?.approvedBy.includes(bodyId))
			return refuse({ code: 'measure.approved' });
		const answered =
			answer === 'open' ? { answeredAt: null, answeredBy: null } : { answeredAt: ctx.now, answeredBy: ctx.personId };
		const { tenantId, measureId: measured, bodyId: body } = measureShares;
		await ctx.tx
			.update(measureShares)
			.set({ answer, ...answered })
			.where(and(eq(tenantId, ctx.tenantId), eq(measured, measureId), eq(body, bodyId)));
		await budgetChanged(ctx, budget.id);
		return ok({ measureId });
	},
	audit: ({ measureId, bodyId, answer }) => ({ entity: 'measure', entityId: measureId, facts: { bodyId, answer } })
});
