import { may } from '#domain/rights/rights.ts';
import type { BudgetView } from '#protocol/budget-view.ts';
import { readBudget } from '../db/repositories/budgets.ts';
import { notFound } from './guard.ts';
import { processPage } from './process-page.ts';

type Event = Parameters<typeof processPage>[0] & { params: { id: string; budget: string } };

/** What every page of a joint budget begins with: the budget of this process, and what this person may do there. */
export async function budgetPage(event: Event) {
	const { process, tenantId, person, held, leads } = await processPage(event);
	const budget = await readBudget(event.locals.app.db, tenantId, event.params.budget, person.personId);
	if (!budget || budget.processId !== process.id) notFound();
	const manages = may(held, 'budget.manage');
	return {
		process,
		tenantId,
		leads,
		budget,
		manages,
		mayKeep: may(held, 'scenario.keep'),
		mayWrite: may(held, 'measure.write'),
		answersFor: answersFor(budget, manages, person.personId)
	};
}

/** The departments for which somebody answers: those she was named for, and for who manages the budget those without a head. */
const answersFor = ({ departments }: BudgetView, manages: boolean, personId: string): string[] =>
	departments.filter(({ head }) => (head ? head.personId === personId : manages)).map(({ id }) => id);
