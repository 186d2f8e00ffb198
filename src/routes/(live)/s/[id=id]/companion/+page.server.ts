import { redirect } from '@sveltejs/kit';
import { bringCompanion } from '#server/commands/bring-companion.ts';
import { findSession } from '#server/db/repositories/sessions.ts';
import { act } from '#server/web/act.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { tenantId } = requirePerson(event);
	const session = (await findSession(event.locals.app.db, tenantId, event.params.id)) ?? notFound();
	const { id, processId, title, sharedDevices, state } = session;
	await requireRight(event, 'session.bring-companion', { tenantId, processId, sessionId: id });
	return { session: { id, title }, allowed: sharedDevices && state !== 'ended' };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { sessionId: params.id, name: form.get('name') ?? '', group: form.get('group') };
		const brought = await act(locals, bringCompanion, asked);
		if (!brought.ok) return brought.failure;
		const { participantId, waits } = brought.value;
		redirect(303, `/s/${params.id}/take-part${waits ? '' : `/${participantId}`}`);
	}
};
