import { findSession } from '#server/db/repositories/sessions.ts';
import { whatBecameOf } from '#server/db/repositories/what-became.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import type { PageServerLoad } from './$types';

/** The results as everybody of the session may see them: the same state as on the phones, without any name, and what became of them. */
export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	const { tenantId, role } = requirePerson(event);
	const session = (await findSession(app.db, tenantId, event.params.id)) ?? notFound();
	await requireRight(event, 'session.read', { tenantId, processId: session.processId, sessionId: session.id });
	const [state, became] = await Promise.all([
		app.live.stateFor(tenantId, session.id, 'participant'),
		whatBecameOf(app.db, tenantId, { sessionId: session.id })
	]);
	return { state, became, opensGoals: role !== 'guest' };
};
