import { centsFromTyped } from '#domain/budget/typed-amount.ts';
import { invariant } from '#domain/result.ts';
import type { Transaction } from '../db/database.ts';
import {
	allocationApprovals,
	budgetAllocations,
	budgetDepartments,
	budgetMeasures,
	jointBudgets
} from '../db/schema/budgets.ts';
import { newId } from '../ids.ts';

/** A joint budget as an example file describes it; amounts are decimal text. */
export interface ExampleBudget {
	title: string;
	fiscalYear: number;
	contributions: readonly { department: string; product: string; amount: string }[];
	allocations: readonly { measure: string; amount: string; priority: number; approvedBy: readonly string[] }[];
}

/** Writes a joint budget with its allocations; `units` are the ids of departments by their keys. Nobody has said yet who carries what. */
export async function writeJointBudget(
	tx: Transaction,
	tenantId: string,
	processId: string,
	{ title, fiscalYear, contributions, allocations }: ExampleBudget,
	units: ReadonlyMap<string, string>,
	createdAt: Date
): Promise<string> {
	const budgetId = newId();
	const unit = (key: string) => {
		const id = units.get(key);
		invariant(id, `the example knows the department ${key}`);
		return id;
	};
	const inYear = (amount: string) => {
		const cents = centsFromTyped(amount, 'en');
		invariant(cents !== null, `the example has an amount: ${amount}`);
		return { [fiscalYear]: cents };
	};
	await tx.insert(jointBudgets).values({ tenantId, id: budgetId, processId, title, years: [fiscalYear], createdAt });
	await tx.insert(budgetDepartments).values(
		contributions.map(({ department, product, amount }, position) => ({
			...{ tenantId, budgetId, bodyId: unit(department), position },
			...{ amounts: inYear(amount), product }
		}))
	);
	for (const { measure, amount, priority, approvedBy } of allocations) {
		const measureId = newId();
		const [amounts, at] = [inYear(amount), createdAt];
		const row = { tenantId, id: measureId, budgetId, position: priority, title: measure, unassigned: amounts };
		await tx.insert(budgetMeasures).values({ ...row, createdAt });
		await tx.insert(budgetAllocations).values({ tenantId, measureId, rank: priority, amounts, allocatedAt: at });
		await tx
			.insert(allocationApprovals)
			.values(approvedBy.map((key) => ({ tenantId, measureId, bodyId: unit(key), approvedAt: at })));
	}
	return budgetId;
}
