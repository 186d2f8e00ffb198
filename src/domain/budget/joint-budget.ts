import { ok, refuse, type Result } from '../result.ts';
import { addUp, checkAmounts, sumOf, type ByYear, type Cents } from './money.ts';

/** What one department (Fachbereich) puts into the pot. */
export interface Contribution {
	readonly departmentId: string;
	readonly amounts: ByYear;
}

/** A pot that several departments share for one field of action (Verwaltung 2.030). */
export interface JointBudget {
	/** Calendar years, ascending. */
	readonly years: readonly number[];
	readonly contributions: readonly Contribution[];
}

/** How much a budget may hold, so that every screen stays readable. */
export const budgetLimits = {
	years: 5,
	departments: 20,
	measures: 100,
	scenarios: 20,
	title: 200,
	words: 2000
} as const;

/** What lies in the pot, year by year. */
export const potOf = (budget: JointBudget): Record<string, Cents> =>
	addUp(budget.contributions.map(({ amounts }) => amounts));

/**
 * The budget with clean amounts, or why it is none: one to five years in a row, at least two departments (domain row V07), each with money
 * of its own.
 */
export function checkBudget({ years, contributions }: JointBudget): Result<JointBudget> {
	const first = years[0] ?? 0;
	const inRow = years.every((year, at) => year === first + at);
	if (years.length === 0 || years.length > budgetLimits.years || !inRow || first < 2000 || first > 2100)
		return refuse({ code: 'budget.years-invalid', most: budgetLimits.years });
	if (contributions.length < 2) return refuse({ code: 'budget.too-few-departments' });
	if (contributions.length > budgetLimits.departments)
		return refuse({ code: 'budget.too-many-departments', limit: budgetLimits.departments });
	if (new Set(contributions.map(({ departmentId }) => departmentId)).size < contributions.length)
		return refuse({ code: 'budget.department-twice' });
	const clean: Contribution[] = [];
	for (const { departmentId, amounts } of contributions) {
		const checked = checkAmounts(amounts, years);
		if (!checked.ok) return checked;
		if (sumOf(checked.value) === 0) return refuse({ code: 'budget.contribution-missing' });
		clean.push({ departmentId, amounts: checked.value });
	}
	return ok({ years, contributions: clean });
}
