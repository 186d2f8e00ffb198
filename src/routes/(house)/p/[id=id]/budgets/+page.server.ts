import { may } from '#domain/rights/rights.ts';
import { listBudgets, readBudget } from '#server/db/repositories/budgets.ts';
import { processPage } from '#server/web/process-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { process, tenantId, person, held, leads } = await processPage(event);
	const listed = await listBudgets(db, tenantId, process.id);
	const budgets = await Promise.all(listed.map(({ id }) => readBudget(db, tenantId, id, person.personId)));
	return {
		process,
		leads,
		manages: may(held, 'budget.manage'),
		budgets: budgets.flatMap((budget) => budget ?? [])
	};
};
