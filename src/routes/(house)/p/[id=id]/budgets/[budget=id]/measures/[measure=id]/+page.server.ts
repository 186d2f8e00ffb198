import { redirect } from '@sveltejs/kit';
import { changeMeasure } from '#server/commands/change-measure.ts';
import { listActionSpaces } from '#server/db/repositories/synthesis.ts';
import { act } from '#server/web/act.ts';
import { measureIn } from '#server/web/budget-fields.ts';
import { budgetPage } from '#server/web/budget-page.ts';
import { notFound, requireRight } from '#server/web/guard.ts';
import { getLocale } from '#paraglide/runtime.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { process, tenantId, leads, budget } = await budgetPage(event);
	await requireRight(event, 'measure.write', { tenantId, processId: process.id });
	const measure = budget.measures.find(({ id }) => id === event.params.measure) ?? notFound();
	const spaces = await listActionSpaces(event.locals.app.db, tenantId, process.id);
	const cards = spaces.flatMap(({ cardId, title }) => (cardId ? [{ id: cardId, title }] : []));
	return { process, leads, budget, measure, cards };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const rev = Number(form.get('rev'));
		const changed = await act(locals, changeMeasure, {
			measureId: params.measure,
			rev,
			...measureIn(form, getLocale())
		});
		if (!changed.ok) return changed.failure;
		redirect(303, `/p/${params.id}/budgets/${params.budget}`);
	}
};
