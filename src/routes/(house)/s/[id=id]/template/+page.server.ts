import { fail, redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { saveSessionTemplate } from '#server/commands/save-session-template.ts';
import { findSession } from '#server/db/repositories/sessions.ts';
import { act } from '#server/web/act.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { tenantId } = requireMember(event);
	const session = (await findSession(event.locals.app.db, tenantId, event.params.id)) ?? notFound();
	const { id, processId, title } = session;
	await requireRight(event, 'session-template.keep', { tenantId, processId, sessionId: id });
	return {
		session: { id, title },
		/** Sent twice, it is one template. */
		key: randomUUID()
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const name = String(form.get('name') ?? '');
		const key = String(form.get('key') ?? '').slice(0, 64) || undefined;
		const saved = await act(locals, saveSessionTemplate, { sessionId: params.id, name }, key);
		if (!saved.ok) return fail(saved.failure.status, { ...saved.failure.data, name });
		const { processId, templateId } = saved.value;
		redirect(303, `/p/${processId}/templates?saved=${templateId}`);
	}
};
