import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Allocation } from '#domain/budget/allocation.ts';
import { invariant } from '#domain/result.ts';
import type { BudgetView } from '#protocol/budget-view.ts';
import { readBudget, sessionsOfBudget } from '../db/repositories/budgets.ts';
import { jointBudgets } from '../db/schema/budgets.ts';
import type { Context } from './context.ts';

/** Amounts in cents by year, as they come from outside; the rule checks years and sizes. */
export const amountsByYear = v.pipe(
	v.record(v.pipe(v.string(), v.regex(/^\d{4}$/)), v.number()),
	v.check((amounts) => Object.keys(amounts).length <= 10)
);

/** One line and several lines of words, as people type them into a budget. */
export const line = v.pipe(v.string(), v.trim(), v.maxLength(200));
export const words = v.pipe(v.string(), v.trim(), v.maxLength(2_000));

/** The budget as it stands, held until the command is over, so that two of them never count on the same money. */
export async function holdBudget({ tx, tenantId, personId }: Context, budgetId: string) {
	await tx
		.select({ id: jointBudgets.id })
		.from(jointBudgets)
		.where(and(eq(jointBudgets.tenantId, tenantId), eq(jointBudgets.id, budgetId)))
		.for('update');
	const budget = await readBudget(tx, tenantId, budgetId, personId);
	invariant(budget, 'the place is a budget');
	return budget;
}

/** Says to everybody who looks at the budget, in its process and in sessions, that something of it has changed. */
export async function budgetChanged({ tx, tenantId, place, announce }: Context, budgetId: string): Promise<void> {
	await tx
		.update(jointBudgets)
		.set({ rev: sql`${jointBudgets.rev} + 1` })
		.where(and(eq(jointBudgets.tenantId, tenantId), eq(jointBudgets.id, budgetId)));
	if (place.processId !== undefined) announce({ kind: 'process.changed', processId: place.processId });
	for (const sessionId of await sessionsOfBudget(tx, tenantId, budgetId))
		announce({ kind: 'session.changed', sessionId });
}

/** The money that measures of a budget were given. */
export const allocationsOf = ({ measures }: Pick<BudgetView, 'measures'>): Allocation[] =>
	measures.flatMap(({ id: measureId, allocation }) => (allocation ? [{ measureId, ...allocation }] : []));
