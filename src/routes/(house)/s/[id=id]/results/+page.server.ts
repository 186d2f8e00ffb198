import { standingsOf } from '#server/auth/standings.ts';
import { findSession } from '#server/db/repositories/sessions.ts';
import { whatBecameOf } from '#server/db/repositories/what-became.ts';
import { answersByName } from '#server/minutes/answers-by-name.ts';
import { keepInside } from '#server/web/outside.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import type { PageServerLoad } from './$types';

/**
 * The results as everybody of the session may see them at this moment: the same state as on the phones and what became of them. Names stand only
 * beside the answers of open votes, for whoever may read them in the minutes, too.
 */
export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	const { tenantId } = requirePerson(event);
	const session = (await findSession(app.db, tenantId, event.params.id)) ?? notFound();
	const at = { tenantId, processId: session.processId, sessionId: session.id };
	const person = await requireRight(event, 'session.read', at);
	const held = await standingsOf(app.db, person, at);
	const [now, became, answers] = await Promise.all([
		app.live.stateFor(tenantId, session.id, 'participant'),
		whatBecameOf(app.db, tenantId, { sessionId: session.id }),
		answersByName(app.db, held, at)
	]);
	const state = await keepInside(event, now, person, held);
	return { state, became, answers, opensGoals: person.role !== 'guest' };
};
