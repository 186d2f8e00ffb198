import { redirect } from '@sveltejs/kit';
import { findParticipant, findSession } from '#server/db/repositories/sessions.ts';
import { notFound, requirePerson } from '#server/web/guard.ts';
import type { PageServerLoad } from './$types';

/** The place before the door is opened; whoever is in goes on, and whoever was not let in is told. */
export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	const { tenantId, personId } = requirePerson(event);
	const session = (await findSession(app.db, tenantId, event.params.id)) ?? notFound();
	const participant = (await findParticipant(app.db, tenantId, session.id, personId)) ?? notFound();
	if (!participant.waitingSince) redirect(303, `/s/${session.id}/take-part`);
	return { refused: participant.removedAt !== null, state: await app.live.stateFor(tenantId, session.id, 'waiting') };
};
