import { potOf, type JointBudget } from './joint-budget.ts';
import { costOf, type Measure } from './measure.ts';
import { inYear, sumOf, type Cents } from './money.ts';

/** How a choice of measures fits one pot: what is in it, what is taken, and how much too much that is. */
export interface Level {
	readonly pot: Cents;
	/** Taken, and the department that carries it has said yes. */
	readonly confirmed: Cents;
	/** Taken, but not answered, refused, or nobody's share yet. */
	readonly assumed: Cents;
	/** By how much it is too much; 0 if it fits. */
	readonly over: Cents;
}

/** A measure that is chosen without another one that it needs. */
export interface MissingCondition {
	readonly measureId: string;
	readonly requires: string;
}

/** How a choice of measures fits the joint budget. */
export interface Fit {
	readonly total: Level;
	readonly years: readonly (Level & { readonly year: number })[];
	/** What each department carries, beside what it has put in. More than that is a hint, no obstacle: the pot is shared. */
	readonly departments: readonly (Level & { readonly departmentId: string })[];
	readonly missing: readonly MissingCondition[];
	/** Whether no year is overdrawn. */
	readonly fits: boolean;
}

/** How the chosen measures fit: per year, per department and in all. */
export function fitOf(budget: JointBudget, measures: readonly Measure[], chosen: ReadonlySet<string>): Fit {
	const taken = measures.filter(({ id }) => chosen.has(id));
	const pot = potOf(budget);
	const cost = (year: number) => taken.reduce((sum, measure) => sum + inYear(costOf(measure), year), 0);
	const sure = (share: (amounts: Readonly<Record<string, Cents>>) => Cents, departmentId?: string) =>
		taken
			.flatMap(({ shares }) => shares)
			.filter((one) => one.answer === 'confirmed' && (departmentId ?? one.departmentId) === one.departmentId)
			.reduce((sum, { amounts }) => sum + share(amounts), 0);
	const years = budget.years.map((year) => ({
		year,
		...level(
			inYear(pot, year),
			cost(year),
			sure((amounts) => inYear(amounts, year))
		)
	}));
	const departments = budget.contributions.map(({ departmentId, amounts }) => {
		const carried = taken
			.flatMap(({ shares }) => shares)
			.filter((share) => share.departmentId === departmentId)
			.reduce((sum, share) => sum + sumOf(share.amounts), 0);
		return { departmentId, ...level(sumOf(amounts), carried, sure(sumOf, departmentId)) };
	});
	const total = level(
		sumOf(pot),
		years.reduce((sum, { confirmed, assumed }) => sum + confirmed + assumed, 0),
		sure(sumOf)
	);
	const missing = taken.flatMap(({ id: measureId, requires }) =>
		requires.filter((id) => !chosen.has(id)).map((id) => ({ measureId, requires: id }))
	);
	return { total, years, departments, missing, fits: years.every(({ over }) => over === 0) };
}

const level = (pot: Cents, taken: Cents, confirmed: Cents): Level => ({
	pot,
	confirmed,
	assumed: taken - confirmed,
	over: Math.max(0, taken - pot)
});
