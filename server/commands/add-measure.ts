import * as v from 'valibot';
import { budgetLimits } from '#domain/budget/joint-budget.ts';
import { ok, refuse } from '#domain/result.ts';
import { budgetMeasures } from '../db/schema/budgets.ts';
import { placeOfBudget } from './budget-places.ts';
import { budgetChanged, holdBudget } from './budgets.ts';
import { defineCommand } from './command.ts';
import { measureInput, nextPosition, readMeasure, writeShares } from './measures.ts';

/** Adds a measure that asks for money of a joint budget. What is not known yet may be left out. */
export const addMeasure = defineCommand({
	name: 'add-measure',
	right: 'measure.write',
	input: v.object({ budgetId: v.pipe(v.string(), v.uuid()), ...measureInput }),
	place: placeOfBudget,
	async run(ctx, { budgetId, ...typed }) {
		const { tx, tenantId, now: createdAt } = ctx;
		const budget = await holdBudget(ctx, budgetId);
		if (budget.measures.length >= budgetLimits.measures)
			return refuse({ code: 'measure.too-many', limit: budgetLimits.measures });
		const measureId = ctx.newId();
		const measure = await readMeasure(ctx, budget, measureId, typed);
		if (!measure.ok) return measure;
		const position = await nextPosition(ctx, budgetId);
		const { row, shares } = measure.value;
		await tx.insert(budgetMeasures).values({ tenantId, id: measureId, budgetId, position, createdAt, ...row });
		await writeShares(ctx, measureId, shares);
		await budgetChanged(ctx, budgetId);
		return ok({ measureId });
	},
	audit: ({ budgetId }, { measureId }) => ({ entity: 'measure', entityId: measureId, facts: { budgetId } })
});
