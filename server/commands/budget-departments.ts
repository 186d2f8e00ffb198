import { and, eq, inArray, notInArray } from 'drizzle-orm';
import * as v from 'valibot';
import { checkBudget } from '#domain/budget/joint-budget.ts';
import { sameGroupKey } from '#domain/processes/group-names.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { normaliseLine } from '#domain/texts/normal-form.ts';
import { bodies } from '../db/schema/organisation.ts';
import { allocationApprovals, budgetDepartments, budgetMeasures } from '../db/schema/budgets.ts';
import { amountsByYear, line } from './budgets.ts';
import type { Context } from './context.ts';

/** What departments put in, as it comes from outside: a department by its name. */
export const contributionsInput = v.pipe(
	v.array(v.object({ name: line, amounts: amountsByYear, product: v.optional(line, '') })),
	v.maxLength(50)
);
export type ContributionInput = v.InferOutput<typeof contributionsInput>[number];

/** A contribution of a department that the organisation knows by now. */
export interface KnownContribution {
	departmentId: string;
	amounts: Record<string, number>;
	product: string;
}

/** The contributions with their departments, checked; a department that the organisation does not know yet is added to it. */
export async function readContributions(
	ctx: Context,
	years: readonly number[],
	typed: readonly ContributionInput[]
): Promise<Result<KnownContribution[]>> {
	const named = typed.filter(({ name }) => normaliseLine(name) !== '');
	const keys = named.map(({ name }) => sameGroupKey(name));
	const checked = checkBudget({
		years,
		contributions: named.map(({ amounts }, at) => ({ departmentId: keys[at]!, amounts }))
	});
	if (!checked.ok) return checked;
	const known = await unitsByName(ctx);
	const read: KnownContribution[] = [];
	for (const [at, { departmentId: key, amounts }] of checked.value.contributions.entries()) {
		const { name, product } = named[at]!;
		const departmentId = known.get(key) ?? (await makeUnit(ctx, normaliseLine(name)));
		read.push({ departmentId, amounts, product });
	}
	return ok(read);
}

/** Writes the contributions of a budget; a department that is none of them any more leaves it with its answers. */
export async function writeContributions(
	{ tx, tenantId }: Context,
	budgetId: string,
	contributions: readonly KnownContribution[]
): Promise<void> {
	const staying = contributions.map(({ departmentId }) => departmentId);
	const { tenantId: tenant, budgetId: budget, bodyId } = budgetDepartments;
	await tx
		.delete(budgetDepartments)
		.where(and(eq(tenant, tenantId), eq(budget, budgetId), notInArray(bodyId, staying)));
	const measures = tx
		.select({ id: budgetMeasures.id })
		.from(budgetMeasures)
		.where(and(eq(budgetMeasures.tenantId, tenantId), eq(budgetMeasures.budgetId, budgetId)));
	const approvals = allocationApprovals;
	await tx
		.delete(approvals)
		.where(
			and(
				eq(approvals.tenantId, tenantId),
				inArray(approvals.measureId, measures),
				notInArray(approvals.bodyId, staying)
			)
		);
	for (const [position, { departmentId, amounts, product }] of contributions.entries()) {
		const values = { position, amounts, product };
		await tx
			.insert(budgetDepartments)
			.values({ tenantId, budgetId, bodyId: departmentId, ...values })
			.onConflictDoUpdate({ target: [tenant, budget, bodyId], set: values });
	}
}

/** A department that is to leave although it carries part of a measure is refused by its name. */
export function refuseCarrying(
	departments: readonly { id: string; name: string }[],
	measures: readonly { shares: readonly { departmentId: string }[] }[],
	staying: readonly KnownContribution[]
): Result<void> {
	const leaving = departments.filter(({ id }) => !staying.some(({ departmentId }) => departmentId === id));
	const carrying = leaving.find(({ id }) =>
		measures.some(({ shares }) => shares.some((one) => one.departmentId === id))
	);
	return carrying ? refuse({ code: 'budget.department-carries', department: carrying.name }) : ok();
}

/** The organisation's units by the keys of their names and short names. */
async function unitsByName({ tx, tenantId }: Context): Promise<Map<string, string>> {
	const { id, name, short } = bodies;
	const found = await tx
		.select({ id, name, short })
		.from(bodies)
		.where(and(eq(bodies.tenantId, tenantId), eq(bodies.kind, 'unit')));
	return new Map(
		found.flatMap((unit) =>
			[unit.short ?? unit.name, unit.name].map((called) => [sameGroupKey(called), unit.id] as const)
		)
	);
}

async function makeUnit({ tx, tenantId, now: createdAt, newId }: Context, name: string): Promise<string> {
	const id = newId();
	await tx.insert(bodies).values({ tenantId, id, key: `unit-${id}`, name, kind: 'unit', createdAt });
	return id;
}
