import { ok, refuse, type Result } from '../result.ts';

/** An amount of money in whole cents, so that sums are exact. Never negative in a joint budget. */
export type Cents = number;

/** Amounts by year, such as `{ '2026': 21000000 }`; a year that is missing has none. */
export type ByYear = Readonly<Record<string, Cents>>;

/** The largest amount that one field takes: ten thousand million euros. */
export const largestAmount: Cents = 1_000_000_000_000;

/** The amount of one year. */
export const inYear = (amounts: ByYear, year: number): Cents => amounts[year] ?? 0;

/** All years together. */
export const sumOf = (amounts: ByYear): Cents => Object.values(amounts).reduce((sum, amount) => sum + amount, 0);

/** Several amounts by year, added up year by year. */
export function addUp(list: readonly ByYear[]): Record<string, Cents> {
	const sum: Record<string, Cents> = {};
	for (const amounts of list)
		for (const [year, amount] of Object.entries(amounts)) sum[year] = (sum[year] ?? 0) + amount;
	return sum;
}

/** The amounts without empty years, or `budget.amount-invalid` for another year, a fraction of a cent, or a size beyond all budgets. */
export function checkAmounts(amounts: ByYear, years: readonly number[]): Result<Record<string, Cents>> {
	const kept: Record<string, Cents> = {};
	for (const [year, amount] of Object.entries(amounts)) {
		const possible = Number.isSafeInteger(amount) && amount >= 0 && amount <= largestAmount;
		if (!possible || !years.includes(Number(year))) return refuse({ code: 'budget.amount-invalid' });
		if (amount > 0) kept[year] = amount;
	}
	return ok(kept);
}
