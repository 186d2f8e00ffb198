import type { ProjectorState } from '#protocol/session-state.ts';
import { findSession } from '#server/db/repositories/sessions.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	const { tenantId } = requirePerson(event);
	const session = (await findSession(app.db, tenantId, event.params.id)) ?? notFound();
	await requireRight(event, 'session.project', { tenantId, processId: session.processId, sessionId: session.id });
	return { state: (await app.live.stateFor(tenantId, session.id, 'projector')) as ProjectorState };
};
