import { and, asc, eq, isNull } from 'drizzle-orm';
import type { MeasureView } from '#protocol/budget-view.ts';
import type { Database, Transaction } from '../database.ts';
import { allocationApprovals, budgetAllocations, budgetMeasures, measureShares } from '../schema/budgets.ts';
import { actionSpaces, strategyCards } from '../schema/synthesis.ts';

type Reader = Database | Transaction;

/** The measures of a budget in their order, those that were taken away left out, with shares, money and approvals. */
export async function listMeasures(
	db: Reader,
	tenantId: string,
	budgetId: string
): Promise<Omit<MeasureView, 'scored'>[]> {
	const here = and(eq(budgetMeasures.tenantId, tenantId), eq(budgetMeasures.budgetId, budgetId));
	const [found, shares, allocations, approvals] = await Promise.all([
		db
			.select({ measure: budgetMeasures, card: actionSpaces.title })
			.from(budgetMeasures)
			.leftJoin(
				strategyCards,
				and(eq(strategyCards.tenantId, budgetMeasures.tenantId), eq(strategyCards.id, budgetMeasures.strategyCardId))
			)
			.leftJoin(
				actionSpaces,
				and(eq(actionSpaces.tenantId, strategyCards.tenantId), eq(actionSpaces.id, strategyCards.actionSpaceId))
			)
			.where(and(here, isNull(budgetMeasures.removedAt)))
			.orderBy(asc(budgetMeasures.position)),
		sharesIn(db, tenantId, budgetId),
		db
			.select({ allocation: budgetAllocations })
			.from(budgetAllocations)
			.innerJoin(
				budgetMeasures,
				and(eq(budgetMeasures.tenantId, budgetAllocations.tenantId), eq(budgetMeasures.id, budgetAllocations.measureId))
			)
			.where(here),
		db
			.select({ approval: allocationApprovals })
			.from(allocationApprovals)
			.innerJoin(
				budgetMeasures,
				and(
					eq(budgetMeasures.tenantId, allocationApprovals.tenantId),
					eq(budgetMeasures.id, allocationApprovals.measureId)
				)
			)
			.where(here)
	]);
	return found.map(({ measure, card }) => {
		const { id, title, hypothesis, product, effort, owner, mandate, unassigned, requires, rev } = measure;
		const given = allocations.find(({ allocation }) => allocation.measureId === id)?.allocation;
		const approvedBy = approvals
			.filter(({ approval }) => approval.measureId === id)
			.map(({ approval }) => approval.bodyId);
		return {
			...{ id, title, hypothesis, product, effort, owner, mandate, unassigned, requires, rev },
			strategyCard: measure.strategyCardId === null ? null : { id: measure.strategyCardId, title: card ?? '' },
			shares: shares.filter(({ measureId }) => measureId === id).map(({ share }) => share),
			allocation: given ? { rank: given.rank, amounts: given.amounts, approvedBy } : null
		};
	});
}

async function sharesIn(db: Reader, tenantId: string, budgetId: string) {
	const found = await db
		.select({ share: measureShares })
		.from(measureShares)
		.innerJoin(
			budgetMeasures,
			and(eq(budgetMeasures.tenantId, measureShares.tenantId), eq(budgetMeasures.id, measureShares.measureId))
		)
		.where(and(eq(budgetMeasures.tenantId, tenantId), eq(budgetMeasures.budgetId, budgetId)));
	return found.map(({ share: { measureId, bodyId: departmentId, amounts, answer } }) => ({
		measureId,
		share: { departmentId, amounts, answer }
	}));
}
