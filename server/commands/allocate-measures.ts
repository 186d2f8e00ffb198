import { and, eq, inArray } from 'drizzle-orm';
import * as v from 'valibot';
import { brokenTies, checkAgreed } from '#domain/budget/allocation.ts';
import { costOf, isMandatory, sameAmounts } from '#domain/budget/measure.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { allocationApprovals, budgetAllocations, jointBudgets } from '../db/schema/budgets.ts';
import { placeOfBudget } from './budget-places.ts';
import { budgetChanged, holdBudget, words } from './budgets.ts';
import { defineCommand } from './command.ts';

/**
 * Gives the money of the pot to measures, the first of them with the highest priority. Approvals hold as long as the figure that was approved
 * stands. To choose between measures of equal rank in the last vote, somebody has to say why.
 */
export const allocateMeasures = defineCommand({
	name: 'allocate-measures',
	right: 'budget.manage',
	input: v.object({
		budgetId: v.pipe(v.string(), v.uuid()),
		measureIds: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(100)),
		reason: v.optional(words, '')
	}),
	place: placeOfBudget,
	async run(ctx, { budgetId, measureIds, reason }) {
		const { tx, tenantId, personId } = ctx;
		invariant(personId, 'the right needs a person');
		const budget = await holdBudget(ctx, budgetId);
		const wanted = [...new Set(measureIds)];
		const chosen = wanted.flatMap((id) => budget.measures.find((measure) => measure.id === id) ?? []);
		if (chosen.length < wanted.length) return refuse({ code: 'thing.not-found', kind: 'measure' });
		const left = budget.measures.find((measure) => isMandatory(measure) && !wanted.includes(measure.id));
		if (left) return refuse({ code: 'measure.mandatory', title: left.title });
		const [tied] = brokenTies(budget.lastVote?.ranking ?? {}, wanted);
		if (tied !== undefined && reason === '')
			return refuse({
				code: 'allocation.reason-missing',
				title: budget.measures.find(({ id }) => id === tied)?.title ?? ''
			});
		const kept = chosen.filter((measure) => sameAmounts(measure.allocation?.amounts ?? {}, costOf(measure)));
		const keeps = new Set(kept.map(({ id }) => id));
		const covered = checkAgreed(
			budget,
			kept.flatMap(({ id: measureId, allocation }) => (allocation ? [{ measureId, ...allocation }] : []))
		);
		invariant(covered.ok, 'what was approved before fitted the pot');
		const all = budget.measures.map(({ id }) => id);
		const stale = all.filter((id) => !keeps.has(id));
		if (stale.length > 0)
			await tx
				.delete(allocationApprovals)
				.where(and(eq(allocationApprovals.tenantId, tenantId), inArray(allocationApprovals.measureId, stale)));
		if (all.length > 0)
			await tx
				.delete(budgetAllocations)
				.where(and(eq(budgetAllocations.tenantId, tenantId), inArray(budgetAllocations.measureId, all)));
		const money = chosen.map((measure, at) => ({
			...{ tenantId, measureId: measure.id, rank: at + 1, amounts: costOf(measure) },
			...{ allocatedAt: ctx.now, allocatedBy: personId }
		}));
		if (money.length > 0) await tx.insert(budgetAllocations).values(money);
		await tx
			.update(jointBudgets)
			.set({ allocationReason: tied === undefined ? '' : reason })
			.where(and(eq(jointBudgets.tenantId, tenantId), eq(jointBudgets.id, budgetId)));
		await budgetChanged(ctx, budgetId);
		return ok({ budgetId, allocated: money.length });
	},
	audit: ({ budgetId }, { allocated }) => ({ entity: 'joint-budget', entityId: budgetId, facts: { allocated } })
});
