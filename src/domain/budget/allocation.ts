import { ok, refuse, type Result } from '../result.ts';
import { potOf, type JointBudget } from './joint-budget.ts';
import { addUp, inYear, sumOf, type ByYear, type Cents } from './money.ts';

/** Money of the pot that was given to a measure, as it stood at that moment. */
export interface Allocation {
	readonly measureId: string;
	readonly amounts: ByYear;
	/** The departments that have approved it. */
	readonly approvedBy: readonly string[];
}

/** The contributing departments whose approval is still missing. */
export const approvalsMissing = (budget: JointBudget, { approvedBy }: Pick<Allocation, 'approvedBy'>): string[] =>
	budget.contributions.map(({ departmentId }) => departmentId).filter((id) => !approvedBy.includes(id));

/** Whether every contributing department has approved it („abgestimmt“, invariant I22). */
export const isAgreed = (budget: JointBudget, allocation: Pick<Allocation, 'approvedBy'>): boolean =>
	approvalsMissing(budget, allocation).length === 0;

/** Whether what all departments have approved stays within what they put in, in every year (invariant I22); else by how much and when not. */
export function checkAgreed(budget: JointBudget, allocations: readonly Allocation[]): Result<void> {
	const agreed = addUp(allocations.filter((one) => isAgreed(budget, one)).map(({ amounts }) => amounts));
	const pot = potOf(budget);
	for (const year of Object.keys(agreed).map(Number).sort()) {
		const over = inYear(agreed, year) - inYear(pot, year);
		if (over > 0) return refuse({ code: 'budget.over-pot', year, over });
	}
	return ok();
}

/** By how many per cent a measure costs more (or less) than what was allocated, rounded; null if nothing was allocated to compare with. */
export function changeSince(amounts: ByYear, now: ByYear): number | null {
	const before: Cents = sumOf(amounts);
	return before === 0 ? null : Math.round(((sumOf(now) - before) / before) * 100);
}

/**
 * Measures outside that share a place of the last vote with one inside. To choose between equals somebody has to say why (journey 6.c). `ranking`
 * is the rank of each measure, ties as 1, 1, 3.
 */
export function brokenTies(ranking: Readonly<Record<string, number>>, chosen: readonly string[]): string[] {
	const inside = new Set(chosen.map((id) => ranking[id]).filter((rank) => rank !== undefined));
	return Object.keys(ranking).filter((id) => !chosen.includes(id) && inside.has(ranking[id]!));
}
