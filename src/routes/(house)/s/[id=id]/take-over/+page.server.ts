import { redirect } from '@sveltejs/kit';
import { takeOverSession } from '#server/commands/take-over-session.ts';
import { findSession, listParticipants } from '#server/db/repositories/sessions.ts';
import { act } from '#server/web/act.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { tenantId } = requirePerson(event);
	const session = (await findSession(db, tenantId, event.params.id)) ?? notFound();
	const { id, processId, title, state } = session;
	const { personId } = await requireRight(event, 'session.take-over', { tenantId, processId, sessionId: id });
	const people = await listParticipants(db, tenantId, id);
	const leaders = people.filter(({ role }) => role === 'facilitator');
	if (leaders.some((leader) => leader.personId === personId)) redirect(303, `/s/${id}/lead`);
	return { session: { id, title, ended: state === 'ended' }, leaders: leaders.map(({ name }) => name).filter(Boolean) };
};

export const actions: Actions = {
	default: async ({ locals, params }) => {
		const taken = await act(locals, takeOverSession, { sessionId: params.id });
		if (!taken.ok) return taken.failure;
		redirect(303, `/s/${params.id}/lead`);
	}
};
