import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { budgetMeasures } from '../db/schema/budgets.ts';
import { budgetOfMeasure, placeOfMeasure } from './budget-places.ts';
import { budgetChanged, holdBudget } from './budgets.ts';
import { defineCommand } from './command.ts';
import { measureInput, readMeasure, writeShares } from './measures.ts';

/**
 * Changes a measure. A department whose share is another one than before has to answer anew; what was allocated keeps its figure, and
 * everybody sees by how much it differs. `rev` is what the author saw.
 */
export const changeMeasure = defineCommand({
	name: 'change-measure',
	right: 'measure.write',
	input: v.object({ measureId: v.pipe(v.string(), v.uuid()), rev: v.pipe(v.number(), v.integer()), ...measureInput }),
	place: placeOfMeasure,
	async run(ctx, { measureId, rev, ...typed }) {
		const budgetId = await budgetOfMeasure(ctx.tx, measureId);
		invariant(budgetId, 'the place is a measure');
		const budget = await holdBudget(ctx, budgetId);
		const before = budget.measures.find(({ id }) => id === measureId);
		if (!before) return refuse({ code: 'thing.not-found', kind: 'measure' });
		if (before.rev !== rev) return refuse({ code: 'thing.changed-meanwhile', kind: 'measure' });
		const measure = await readMeasure(ctx, budget, measureId, typed);
		if (!measure.ok) return measure;
		await ctx.tx
			.update(budgetMeasures)
			.set({ ...measure.value.row, rev: rev + 1 })
			.where(and(eq(budgetMeasures.tenantId, ctx.tenantId), eq(budgetMeasures.id, measureId)));
		await writeShares(ctx, measureId, measure.value.shares);
		await budgetChanged(ctx, budgetId);
		return ok({ measureId });
	},
	audit: ({ measureId }) => ({ entity: 'measure', entityId: measureId })
});
