import { redirect } from '@sveltejs/kit';
import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { removeRehearsal } from '#server/commands/remove-rehearsal.ts';
import { startRehearsal } from '#server/commands/start-rehearsal.ts';
import { findBody } from '#server/db/repositories/processes.ts';
import { markedSteps, publicSteps } from '#server/live/public-steps.ts';
import { listStepMarks } from '#server/db/repositories/non-public-parts.ts';
import { findSession, listSteps } from '#server/db/repositories/sessions.ts';
import { act } from '#server/web/act.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import { getLocale } from '#paraglide/runtime.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { tenantId } = requirePerson(event);
	const session = (await findSession(db, tenantId, event.params.id)) ?? notFound();
	const at = { tenantId, processId: session.processId, sessionId: session.id };
	const person = await requireRight(event, 'session.read', at);
	const [held, steps, marks, group] = await Promise.all([
		standingsOf(db, person, at),
		listSteps(db, tenantId, session.id),
		listStepMarks(db, tenantId, session.id),
		session.bodyId ? findBody(db, tenantId, session.bodyId) : null
	]);
	const { id, processId, boardId, title, question, state, currentStepId, rehearsalOf } = session;
	return {
		session: { id, processId, boardId, title, question, state, currentStepId, rehearsalOf },
		group: group?.name ?? null,
		steps: (may(held, 'minutes.read-non-public') ? markedSteps : publicSteps)(steps, marks).map(
			({ id, title, minutes, nonPublic }) => ({ id, title, minutes, nonPublic })
		),
		may: {
			lead: may(held, 'session.lead'),
			takeOver: !may(held, 'session.lead') && may(held, 'session.take-over') && state !== 'ended',
			takePart: may(held, 'session.take-part') && state !== 'ended',
			project: may(held, 'session.project'),
			board: may(held, 'board.read'),
			minutes: may(held, 'minutes.read') && !rehearsalOf,
			keepTemplate: may(held, 'session-template.keep') && !rehearsalOf,
			repeat: may(held, 'session.create') && !rehearsalOf,
			process: may(held, 'process.read') && person.role !== 'guest'
		}
	};
};

export const actions: Actions = {
	/** Makes a rehearsal, lets its guests in and goes there. */
	rehearse: async ({ locals, params }) => {
		const made = await act(locals, startRehearsal, { sessionId: params.id, language: getLocale() });
		if (!made.ok) return made.failure;
		const { actor, app } = locals;
		if (actor.kind === 'person') await app.rehearsals.start(actor.tenantId, made.value.sessionId, getLocale());
		redirect(303, `/s/${made.value.sessionId}/lead`);
	},
	remove: async ({ locals, params }) => {
		const removed = await act(locals, removeRehearsal, { sessionId: params.id });
		if (!removed.ok) return removed.failure;
		redirect(303, `/s/${removed.value.rehearsalOf}`);
	}
};
