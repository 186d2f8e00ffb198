import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { checkMeasure, keepAnswers, type Share } from '#domain/budget/measure.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { normaliseLine } from '#domain/texts/normal-form.ts';
import type { BudgetView } from '#protocol/budget-view.ts';
import { budgetMeasures, measureShares } from '../db/schema/budgets.ts';
import { strategyCards } from '../db/schema/synthesis.ts';
import { amountsByYear, line, words } from './budgets.ts';
import type { Context } from './context.ts';

const uuid = v.pipe(v.string(), v.uuid());

/** What people write down about a measure; only its title must be there. */
export const measureInput = {
	title: line,
	hypothesis: v.optional(words, ''),
	product: v.optional(line, ''),
	effort: v.optional(line, ''),
	owner: v.optional(line, ''),
	mandate: v.optional(line, ''),
	requires: v.optional(v.pipe(v.array(uuid), v.maxLength(100)), []),
	unassigned: v.optional(amountsByYear, {}),
	shares: v.optional(v.pipe(v.array(v.object({ departmentId: uuid, amounts: amountsByYear })), v.maxLength(50)), []),
	strategyCardId: v.optional(v.nullable(uuid), null)
};
type MeasureInput = v.InferOutput<v.ObjectSchema<typeof measureInput, undefined>>;

/** A measure ready to be written. */
export interface CheckedMeasure {
	row: Omit<typeof budgetMeasures.$inferInsert, 'tenantId' | 'id' | 'budgetId' | 'position' | 'createdAt'>;
	shares: readonly Share[];
}

/** The measure in its stored form, or what stands in the way. Answers of departments are kept for shares that have not changed. */
export async function readMeasure(
	ctx: Context,
	budget: BudgetView,
	id: string,
	{ title: typed, shares: wanted, ...rest }: MeasureInput
): Promise<Result<CheckedMeasure>> {
	const title = normaliseLine(typed);
	if (title === '') return refuse({ code: 'measure.title-missing' });
	const before = budget.measures.find((one) => one.id === id)?.shares ?? [];
	const shares = wanted.map((share) => ({ ...share, answer: 'open' as const }));
	const checked = checkMeasure(budget, { id, shares, ...rest }, budget.measures);
	if (!checked.ok) return checked;
	if (rest.strategyCardId !== null && !(await isCardHere(ctx, budget, rest.strategyCardId)))
		return refuse({ code: 'thing.not-found', kind: 'strategy-card' });
	const { requires, unassigned } = checked.value;
	return ok({
		row: { title, ...rest, requires: [...requires], unassigned },
		shares: keepAnswers(before, checked.value.shares)
	});
}

async function isCardHere({ tx, tenantId }: Context, { processId }: BudgetView, cardId: string): Promise<boolean> {
	const { tenantId: tenant, id, processId: process } = strategyCards;
	const [found] = await tx
		.select({ id })
		.from(strategyCards)
		.where(and(eq(tenant, tenantId), eq(id, cardId), eq(process, processId)));
	return found !== undefined;
}

/** Writes the shares of a measure in place of its earlier ones; who had answered stays beside an answer that still holds. */
export async function writeShares({ tx, tenantId }: Context, measureId: string, shares: readonly Share[]) {
	const here = and(eq(measureShares.tenantId, tenantId), eq(measureShares.measureId, measureId));
	const before = await tx.select().from(measureShares).where(here);
	await tx.delete(measureShares).where(here);
	const rows = shares.map(({ departmentId: bodyId, amounts, answer }) => {
		const earlier = answer === 'open' ? undefined : before.find((one) => one.bodyId === bodyId);
		const { answeredAt = null, answeredBy = null } = earlier ?? {};
		return { tenantId, measureId, bodyId, amounts, answer, answeredAt, answeredBy };
	});
	if (rows.length > 0) await tx.insert(measureShares).values(rows);
}

/** The place behind the last measure of a budget. */
export async function nextPosition({ tx, tenantId }: Context, budgetId: string): Promise<number> {
	const [highest] = await tx
		.select({ position: sql<number>`coalesce(max(${budgetMeasures.position}), 0)`.mapWith(Number) })
		.from(budgetMeasures)
		.where(and(eq(budgetMeasures.tenantId, tenantId), eq(budgetMeasures.budgetId, budgetId)));
	return (highest?.position ?? 0) + 1;
}
