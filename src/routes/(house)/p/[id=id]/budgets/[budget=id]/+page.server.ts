import { budgetDeeds } from '#server/web/budget-deeds.ts';
import { budgetPage } from '#server/web/budget-page.ts';
import { sessionsWorkingOn } from '#server/db/repositories/budgets.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { tenantId, ...page } = await budgetPage(event);
	return { ...page, sessions: await sessionsWorkingOn(event.locals.app.db, tenantId, page.budget.id) };
};

export const actions: Actions = budgetDeeds(({ params }) => Promise.resolve({ budgetId: params.budget ?? '' }));
