import { ok, refuse, type Result } from '../result.ts';
import type { JointBudget } from './joint-budget.ts';
import { addUp, checkAmounts, sumOf, type ByYear, type Cents } from './money.ts';

/** Whether a department carries its share: not asked or not answered yet, yes, or no. */
export type ShareAnswer = 'open' | 'confirmed' | 'refused';

/** What one department is to carry of a measure. */
export interface Share {
	readonly departmentId: string;
	readonly amounts: ByYear;
	readonly answer: ShareAnswer;
}

/** A measure that asks for money of a joint budget. */
export interface Measure {
	readonly id: string;
	readonly shares: readonly Share[];
	/** Costs of which nobody has said yet who carries them. */
	readonly unassigned: ByYear;
	/** The law or contract that demands it (Pflicht); empty for what the municipality may leave. */
	readonly mandate: string;
	/** The measures without which this one makes no sense. */
	readonly requires: readonly string[];
}

/** What a measure costs, year by year. */
export const costOf = ({ shares, unassigned }: Pick<Measure, 'shares' | 'unassigned'>): Record<string, Cents> =>
	addUp([...shares.map(({ amounts }) => amounts), unassigned]);

/** Whether a law or contract demands it. */
export const isMandatory = ({ mandate }: Pick<Measure, 'mandate'>): boolean => mandate !== '';

/**
 * The measure with clean amounts, or why it cannot be: a share of a department that contributes nothing, a year outside the budget, or a
 * chain of conditions that leads back to itself. What it needs and nobody knows is dropped.
 */
export function checkMeasure(budget: JointBudget, measure: Measure, others: readonly Measure[]): Result<Measure> {
	const unassigned = checkAmounts(measure.unassigned, budget.years);
	if (!unassigned.ok) return unassigned;
	const shares: Share[] = [];
	for (const share of measure.shares) {
		if (!budget.contributions.some(({ departmentId }) => departmentId === share.departmentId))
			return refuse({ code: 'thing.not-found', kind: 'department' });
		const amounts = checkAmounts(share.amounts, budget.years);
		if (!amounts.ok) return amounts;
		if (sumOf(amounts.value) > 0) shares.push({ ...share, amounts: amounts.value });
	}
	const known = new Map(others.map((other) => [other.id, other]));
	const requires = [...new Set(measure.requires)].filter((id) => known.has(id) || id === measure.id);
	if (leadsTo(requires, measure.id, known)) return refuse({ code: 'measure.requires-itself' });
	return ok({ ...measure, shares, unassigned: unassigned.value, requires });
}

/** Whether a chain of conditions arrives at the measure. */
function leadsTo(from: readonly string[], target: string, known: ReadonlyMap<string, Measure>): boolean {
	const seen = new Set<string>();
	const next = [...from];
	for (let id = next.pop(); id !== undefined; id = next.pop()) {
		if (id === target) return true;
		if (seen.has(id)) continue;
		seen.add(id);
		next.push(...(known.get(id)?.requires ?? []));
	}
	return false;
}

/**
 * The shares after a change: an answer holds only for the amounts it was given for. What a department's share was and is, counts by
 * its amounts in each year.
 */
export function keepAnswers(before: readonly Share[], after: readonly Share[]): Share[] {
	return after.map((share) => {
		const earlier = before.find(({ departmentId }) => departmentId === share.departmentId);
		const same = earlier !== undefined && sameAmounts(earlier.amounts, share.amounts);
		return { ...share, answer: same ? earlier.answer : 'open' };
	});
}

/** Whether two lists of amounts say the same. */
export const sameAmounts = (one: ByYear, other: ByYear): boolean =>
	[...new Set([...Object.keys(one), ...Object.keys(other)])].every((year) => (one[year] ?? 0) === (other[year] ?? 0));
