import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { findBody } from '#server/db/repositories/processes.ts';
import { findSession, listSteps } from '#server/db/repositories/sessions.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { tenantId } = requirePerson(event);
	const session = (await findSession(db, tenantId, event.params.id)) ?? notFound();
	const at = { tenantId, processId: session.processId, sessionId: session.id };
	const person = await requireRight(event, 'session.read', at);
	const [held, steps, group] = await Promise.all([
		standingsOf(db, person, at),
		listSteps(db, tenantId, session.id),
		session.bodyId ? findBody(db, tenantId, session.bodyId) : null
	]);
	const { id, processId, boardId, title, question, state, currentStepId } = session;
	return {
		session: { id, processId, boardId, title, question, state, currentStepId },
		group: group?.name ?? null,
		steps: steps.map(({ id, title, minutes }) => ({ id, title, minutes })),
		may: {
			lead: may(held, 'session.lead'),
			takeOver: !may(held, 'session.lead') && may(held, 'session.take-over') && state !== 'ended',
			takePart: may(held, 'session.take-part') && state !== 'ended',
			project: may(held, 'session.project'),
			board: may(held, 'board.read'),
			minutes: may(held, 'minutes.read'),
			keepTemplate: may(held, 'session-template.keep'),
			repeat: may(held, 'session.create'),
			process: may(held, 'process.read') && person.role !== 'guest'
		}
	};
};
