import * as v from 'valibot';
import { checkAgreed } from '#domain/budget/allocation.ts';
import { ok, refuse } from '#domain/result.ts';
import { contributionsInput, readContributions, refuseCarrying, writeContributions } from './budget-departments.ts';
import { placeOfBudget } from './budget-places.ts';
import { allocationsOf, budgetChanged, holdBudget } from './budgets.ts';
import { defineCommand } from './command.ts';

/**
 * Changes what departments put into the pot. What all of them have approved stays covered, a department that carries part of a measure
 * stays, and a department that comes has approved nothing yet. `rev` is what the author saw.
 */
export const changeJointBudget = defineCommand({
	name: 'change-joint-budget',
	right: 'budget.manage',
	input: v.object({
		budgetId: v.pipe(v.string(), v.uuid()),
		rev: v.pipe(v.number(), v.integer()),
		contributions: contributionsInput
	}),
	place: placeOfBudget,
	async run(ctx, { budgetId, rev, contributions }) {
		const budget = await holdBudget(ctx, budgetId);
		if (budget.rev !== rev) return refuse({ code: 'thing.changed-meanwhile', kind: 'budget' });
		const read = await readContributions(ctx, budget.years, contributions);
		if (!read.ok) return read;
		const free = refuseCarrying(budget.departments, budget.measures, read.value);
		if (!free.ok) return free;
		const covered = checkAgreed({ years: budget.years, contributions: read.value }, allocationsOf(budget));
		if (!covered.ok) return covered;
		await writeContributions(ctx, budgetId, read.value);
		await budgetChanged(ctx, budgetId);
		return ok({ budgetId, departments: read.value.length });
	},
	audit: ({ budgetId }, { departments }) => ({ entity: 'joint-budget', entityId: budgetId, facts: { departments } })
});
