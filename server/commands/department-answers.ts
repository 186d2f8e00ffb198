import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import type { BudgetView, MeasureView } from '#protocol/budget-view.ts';
import { budgetOfMeasure } from './budget-places.ts';
import { holdBudget } from './budgets.ts';
import type { Context } from './context.ts';

/**
 * The budget and the measure for which a department answers. Where somebody speaks for the department she alone does; otherwise those who
 * lead the process put its answer on record.
 */
export async function holdForAnswer(
	ctx: Context,
	{ measureId, bodyId }: { measureId: string; bodyId: string }
): Promise<Result<{ budget: BudgetView; measure: MeasureView }>> {
	const budgetId = await budgetOfMeasure(ctx.tx, measureId);
	invariant(budgetId, 'the place is a measure');
	const budget = await holdBudget(ctx, budgetId);
	const measure = budget.measures.find(({ id }) => id === measureId);
	const department = budget.departments.find(({ id }) => id === bodyId);
	if (!measure || !department) return refuse({ code: 'thing.not-found', kind: measure ? 'department' : 'measure' });
	if (department.head && department.head.personId !== ctx.personId) return refuse({ code: 'budget.head-answers' });
	return ok({ budget, measure });
}
