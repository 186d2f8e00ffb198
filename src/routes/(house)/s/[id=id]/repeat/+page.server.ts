import { redirect } from '@sveltejs/kit';
import { repeatSession } from '#server/commands/repeat-session.ts';
import { act, keyOf } from '#server/web/act.ts';
import { sessionForm } from '#server/web/session-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => sessionForm(event, 'session.create');

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const title = String(form.get('title') ?? '');
		const repeated = await act(locals, repeatSession, { sessionId: params.id, title }, keyOf(form));
		if (!repeated.ok) return repeated.failure;
		redirect(303, `/s/${repeated.value.sessionId}`);
	}
};
