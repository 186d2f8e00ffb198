import { redirect } from '@sveltejs/kit';
import { addMeasure } from '#server/commands/add-measure.ts';
import { listActionSpaces } from '#server/db/repositories/synthesis.ts';
import { act } from '#server/web/act.ts';
import { measureIn } from '#server/web/budget-fields.ts';
import { budgetPage } from '#server/web/budget-page.ts';
import { requireRight } from '#server/web/guard.ts';
import { getLocale } from '#paraglide/runtime.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { process, tenantId, leads, budget } = await budgetPage(event);
	await requireRight(event, 'measure.write', { tenantId, processId: process.id });
	const spaces = await listActionSpaces(event.locals.app.db, tenantId, process.id);
	return {
		process,
		leads,
		budget,
		cards: spaces.flatMap(({ cardId, title }) => (cardId ? [{ id: cardId, title }] : []))
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const measure = measureIn(await request.formData(), getLocale());
		const added = await act(locals, addMeasure, { budgetId: params.budget, ...measure });
		if (!added.ok) return added.failure;
		redirect(303, `/p/${params.id}/budgets/${params.budget}`);
	}
};
