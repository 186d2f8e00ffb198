/** What a joint budget looks like to whoever may read it. Amounts are cents by year. */
import type { JointBudget } from '#domain/budget/joint-budget.ts';
import type { Measure } from '#domain/budget/measure.ts';
import type { ByYear } from '#domain/budget/money.ts';

/** A department that puts money into the pot. */
export interface DepartmentView {
	id: string;
	name: string;
	amounts: ByYear;
	product: string;
	/** Who answers for it; null where those who lead the process put its answers on record. */
	head: { personId: string; name: string | null } | null;
}

/** A measure with everything that is known of it. */
export interface MeasureView extends Measure {
	title: string;
	hypothesis: string;
	product: string;
	effort: string;
	owner: string;
	/** The strategy card that it comes from. */
	strategyCard: { id: string; title: string } | null;
	rev: number;
	/** Its rank in the last vote by criteria; null where it stood in none. */
	scored: number | null;
	allocation: AllocationView | null;
}

/** Money of the pot that a measure was given. */
export interface AllocationView {
	rank: number;
	amounts: ByYear;
	approvedBy: string[];
}

/** A choice of measures that somebody tries out or has shared. */
export interface ScenarioView {
	id: string;
	title: string;
	measureIds: string[];
	/** Whether others read it. */
	shared: boolean;
	/** Whether it belongs to whoever looks. */
	own: boolean;
	/** Who has shared it; null once her name is erased. */
	by: string | null;
}

/** The last vote over measures of the budget that is closed: the rank of each, ties as 1, 1, 3. */
export interface MeasureVote {
	roundId: string;
	sessionId: string;
	question: string;
	ranking: Record<string, number>;
}

/** A joint budget with all that belongs to it; scenarios are those that whoever looks may read. */
export interface BudgetView extends JointBudget {
	id: string;
	processId: string;
	title: string;
	rev: number;
	departments: DepartmentView[];
	measures: MeasureView[];
	scenarios: ScenarioView[];
	/** Why measures of equal rank were treated differently. */
	allocationReason: string;
	lastVote: MeasureVote | null;
}
