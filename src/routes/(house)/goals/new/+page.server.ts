import { fail, redirect } from '@sveltejs/kit';
import { schemes } from '#domain/goals/schemes.ts';
import { ownPath } from '#lib/shell/own-path.ts';
import { createGoalSystem } from '#server/commands/create-goal-system.ts';
import { act } from '#server/web/act.ts';
import { requireMember, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { tenantId } = requireMember(event);
	await requireRight(event, 'goal.edit', { tenantId });
	const back = event.url.searchParams.get('back');
	return {
		schemes: Object.values(schemes).map(({ key, title, periodType }) => ({ key, title, periodType })),
		year: event.locals.app.clock().getFullYear(),
		back: back ? ownPath(back) : ''
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const fields = ['name', 'scheme', 'label', 'periodType', 'periodFrom', 'periodTo'] as const;
		const values = Object.fromEntries(fields.map((field) => [field, String(form.get(field) ?? '')]));
		const created = await act(event.locals, createGoalSystem, values);
		if (!created.ok) return fail(created.failure.status, { ...created.failure.data, values });
		const back = String(form.get('back') ?? '');
		redirect(303, back ? ownPath(back) : `/goals?version=${created.value.versionId}`);
	}
};
