import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { isAgreed } from '#domain/budget/allocation.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { allocationApprovals, budgetAllocations, budgetMeasures } from '../db/schema/budgets.ts';
import { budgetOfMeasure, placeOfMeasure } from './budget-places.ts';
import { budgetChanged, holdBudget } from './budgets.ts';
import { defineCommand } from './command.ts';

/** Takes a measure away, or brings it back. What all departments have approved is given back by an allocation first. */
export const removeMeasure = defineCommand({
	name: 'remove-measure',
	right: 'measure.write',
	input: v.object({ measureId: v.pipe(v.string(), v.uuid()), removed: v.optional(v.boolean(), true) }),
	place: placeOfMeasure,
	async run(ctx, { measureId, removed }) {
		const { tx, tenantId } = ctx;
		const budgetId = await budgetOfMeasure(tx, measureId);
		invariant(budgetId, 'the place is a measure');
		const budget = await holdBudget(ctx, budgetId);
		const allocation = budget.measures.find(({ id }) => id === measureId)?.allocation;
		if (removed && allocation && isAgreed(budget, allocation)) return refuse({ code: 'measure.agreed' });
		if (removed) {
			const [approvals, money] = [allocationApprovals, budgetAllocations];
			await tx.delete(approvals).where(and(eq(approvals.tenantId, tenantId), eq(approvals.measureId, measureId)));
			await tx.delete(money).where(and(eq(money.tenantId, tenantId), eq(money.measureId, measureId)));
		}
		const [row] = await tx
			.update(budgetMeasures)
			.set({ removedAt: removed ? ctx.now : null })
			.where(and(eq(budgetMeasures.tenantId, tenantId), eq(budgetMeasures.id, measureId)))
			.returning({ title: budgetMeasures.title });
		await budgetChanged(ctx, budgetId);
		return ok({ measureId, title: row?.title ?? '', removed });
	},
	audit: ({ measureId, removed }) => ({ entity: 'measure', entityId: measureId, facts: { removed } })
});
