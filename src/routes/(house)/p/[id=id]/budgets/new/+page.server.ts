import { redirect } from '@sveltejs/kit';
import { createJointBudget } from '#server/commands/create-joint-budget.ts';
import { listUnits } from '#server/db/repositories/budgets.ts';
import { listActionSpaces } from '#server/db/repositories/synthesis.ts';
import { act } from '#server/web/act.ts';
import { contributionsIn, yearsIn } from '#server/web/budget-fields.ts';
import { requireRight } from '#server/web/guard.ts';
import { processPage } from '#server/web/process-page.ts';
import { getLocale } from '#paraglide/runtime.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	const { process, tenantId, leads } = await processPage(event);
	await requireRight(event, 'budget.manage', { tenantId, processId: process.id });
	const spaces = await listActionSpaces(app.db, tenantId, process.id);
	return {
		process,
		leads,
		year: app.clock().getUTCFullYear() + 1,
		fields: spaces.map(({ title }) => title),
		units: await listUnits(app.db, tenantId)
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const made = await act(locals, createJointBudget, {
			processId: params.id,
			title: String(form.get('title') ?? ''),
			years: yearsIn(form),
			contributions: contributionsIn(form, getLocale())
		});
		if (!made.ok) return made.failure;
		redirect(303, `/p/${params.id}/budgets/${made.value.budgetId}`);
	}
};
