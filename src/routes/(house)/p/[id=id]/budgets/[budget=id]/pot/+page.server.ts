import { redirect } from '@sveltejs/kit';
import { changeJointBudget } from '#server/commands/change-joint-budget.ts';
import { nameDepartmentHead } from '#server/commands/name-department-head.ts';
import { listColleagues } from '#server/db/repositories/groups.ts';
import { listUnits } from '#server/db/repositories/budgets.ts';
import { act } from '#server/web/act.ts';
import { contributionsIn } from '#server/web/budget-fields.ts';
import { budgetPage } from '#server/web/budget-page.ts';
import { requireRight } from '#server/web/guard.ts';
import { getLocale } from '#paraglide/runtime.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { process, tenantId, leads, budget } = await budgetPage(event);
	await requireRight(event, 'budget.manage', { tenantId, processId: process.id });
	const [units, colleagues] = await Promise.all([listUnits(db, tenantId), listColleagues(db, tenantId)]);
	return { process, leads, budget, units, colleagues };
};

export const actions: Actions = {
	change: async ({ locals, params, request }) => {
		const form = await request.formData();
		const contributions = contributionsIn(form, getLocale());
		const asked = { budgetId: params.budget, rev: Number(form.get('rev')), contributions };
		const changed = await act(locals, changeJointBudget, asked);
		if (!changed.ok) return changed.failure;
		redirect(303, `/p/${params.id}/budgets/${params.budget}`);
	},
	head: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { budgetId: params.budget, bodyId: form.get('bodyId'), personId: form.get('personId') || null };
		const named = await act(locals, nameDepartmentHead, asked);
		return named.ok ? { named: true } : named.failure;
	}
};
