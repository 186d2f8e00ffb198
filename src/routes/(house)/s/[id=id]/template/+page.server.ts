import { fail, redirect } from '@sveltejs/kit';
import { saveSessionTemplate } from '#server/commands/save-session-template.ts';
import { act, keyOf } from '#server/web/act.ts';
import { sessionForm } from '#server/web/session-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => sessionForm(event, 'session-template.keep');

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const name = String(form.get('name') ?? '');
		const saved = await act(locals, saveSessionTemplate, { sessionId: params.id, name }, keyOf(form));
		if (!saved.ok) return fail(saved.failure.status, { ...saved.failure.data, name });
		const { processId, templateId } = saved.value;
		redirect(303, `/p/${processId}/templates?saved=${templateId}`);
	}
};
