import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { checkAgreed } from '#domain/budget/allocation.ts';
import { costOf, sameAmounts } from '#domain/budget/measure.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { allocationApprovals, measureShares } from '../db/schema/budgets.ts';
import { placeOfAnswer } from './budget-places.ts';
import { allocationsOf, budgetChanged } from './budgets.ts';
import { defineCommand } from './command.ts';
import { holdForAnswer } from './department-answers.ts';

/**
 * A contributing department approves the money that a measure was given, or takes its approval back. With the last approval it is agreed
 * (abgestimmt), and only if the pot holds it (invariant I22). Whoever approves also carries her share.
 */
export const approveAllocation = defineCommand({
	name: 'approve-allocation',
	right: 'budget.answer',
	input: v.object({
		measureId: v.pipe(v.string(), v.uuid()),
		bodyId: v.pipe(v.string(), v.uuid()),
		approved: v.optional(v.boolean(), true)
	}),
	place: placeOfAnswer,
	async run(ctx, { measureId, bodyId, approved }) {
		const { tx, tenantId, personId } = ctx;
		invariant(personId, 'the right needs a person');
		const held = await holdForAnswer(ctx, { measureId, bodyId });
		if (!held.ok) return held;
		const { budget, measure } = held.value;
		if (!measure.allocation) return refuse({ code: 'measure.not-allocated' });
		const { tenantId: tenant, measureId: measured, bodyId: body } = allocationApprovals;
		if (!approved) {
			await tx.delete(allocationApprovals).where(and(eq(tenant, tenantId), eq(measured, measureId), eq(body, bodyId)));
			await budgetChanged(ctx, budget.id);
			return ok({ measureId });
		}
		if (!sameAmounts(measure.allocation.amounts, costOf(measure))) return refuse({ code: 'measure.changed-since' });
		const after = allocationsOf(budget).map((one) =>
			one.measureId === measureId ? { ...one, approvedBy: [...one.approvedBy, bodyId] } : one
		);
		const covered = checkAgreed(budget, after);
		if (!covered.ok) return covered;
		const [approvedAt, approvedBy] = [ctx.now, personId];
		await tx
			.insert(allocationApprovals)
			.values({ tenantId, measureId, bodyId, approvedAt, approvedBy })
			.onConflictDoNothing();
		const share = measureShares;
		await tx
			.update(share)
			.set({ answer: 'confirmed', answeredAt: approvedAt, answeredBy: approvedBy })
			.where(and(eq(share.tenantId, tenantId), eq(share.measureId, measureId), eq(share.bodyId, bodyId)));
		await budgetChanged(ctx, budget.id);
		return ok({ measureId });
	},
	audit: ({ measureId, bodyId, approved }) => ({ entity: 'measure', entityId: measureId, facts: { bodyId, approved } })
});
