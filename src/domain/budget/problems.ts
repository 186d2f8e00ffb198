/** What can stand in the way of a joint budget. Amounts are cents. */
export type BudgetProblem =
	| { code: 'budget.title-missing' }
	| { code: 'budget.field-taken'; title: string; year: number }
	| { code: 'budget.years-invalid'; most: number }
	| { code: 'budget.too-few-departments' }
	| { code: 'budget.too-many-departments'; limit: number }
	| { code: 'budget.department-twice' }
	| { code: 'budget.department-carries'; department: string }
	| { code: 'budget.contribution-missing' }
	| { code: 'budget.amount-invalid' }
	| { code: 'budget.over-pot'; year: number; over: number }
	| { code: 'budget.head-answers' }
	| { code: 'measure.title-missing' }
	| { code: 'measure.too-many'; limit: number }
	| { code: 'measure.requires-itself' }
	| { code: 'measure.no-share' }
	| { code: 'measure.not-allocated' }
	| { code: 'measure.changed-since' }
	| { code: 'measure.agreed' }
	| { code: 'measure.approved' }
	| { code: 'measure.mandatory'; title: string }
	| { code: 'scenario.title-missing' }
	| { code: 'scenario.too-many'; limit: number }
	| { code: 'allocation.reason-missing'; title: string };

/** The codes at run time: one too few or too many does not compile. */
export const budgetProblemCodes = {
	'budget.title-missing': true,
	'budget.field-taken': true,
	'budget.years-invalid': true,
	'budget.too-few-departments': true,
	'budget.too-many-departments': true,
	'budget.department-twice': true,
	'budget.department-carries': true,
	'budget.contribution-missing': true,
	'budget.amount-invalid': true,
	'budget.over-pot': true,
	'budget.head-answers': true,
	'measure.title-missing': true,
	'measure.too-many': true,
	'measure.requires-itself': true,
	'measure.no-share': true,
	'measure.not-allocated': true,
	'measure.changed-since': true,
	'measure.agreed': true,
	'measure.approved': true,
	'measure.mandatory': true,
	'scenario.title-missing': true,
	'scenario.too-many': true,
	'allocation.reason-missing': true
} satisfies Record<BudgetProblem['code'], true>;
