import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { repeatSession } from '#server/commands/repeat-session.ts';
import { findSession } from '#server/db/repositories/sessions.ts';
import { act } from '#server/web/act.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { tenantId } = requireMember(event);
	const session = (await findSession(event.locals.app.db, tenantId, event.params.id)) ?? notFound();
	const { id, processId, title } = session;
	await requireRight(event, 'session.create', { tenantId, processId, sessionId: id });
	return {
		session: { id, title },
		/** Sent twice, it is one session. */
		key: randomUUID()
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const title = String(form.get('title') ?? '');
		const key = String(form.get('key') ?? '').slice(0, 64) || undefined;
		const repeated = await act(locals, repeatSession, { sessionId: params.id, title }, key);
		if (!repeated.ok) return repeated.failure;
		redirect(303, `/s/${repeated.value.sessionId}`);
	}
};
