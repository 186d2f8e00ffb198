import { fail } from '@sveltejs/kit';
import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { basisOf, changeAgenda } from '#server/commands/change-agenda.ts';
import { findSession, listSteps, listUsedSteps } from '#server/db/repositories/sessions.ts';
import { BoardContent } from '#server/live/board-content.ts';
import { act } from '#server/web/act.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import * as m from '#paraglide/messages.js';
import { readSteps, rearrange, type TypedStep } from './agenda-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { tenantId } = requirePerson(event);
	const session = (await findSession(db, tenantId, event.params.id)) ?? notFound();
	const at = { tenantId, processId: session.processId, sessionId: session.id };
	const person = await requireRight(event, 'session.lead', at);
	const [steps, used, board, held] = await Promise.all([
		listSteps(db, tenantId, session.id),
		listUsedSteps(db, tenantId, session.id),
		new BoardContent(db).read(session.boardId),
		standingsOf(db, person, at)
	]);
	const { id, title, state } = session;
	return {
		session: { id, title, ended: state === 'ended' },
		basis: basisOf(steps),
		mayKeep: may(held, 'session-template.keep'),
		/** How many steps have begun: they keep their place. */
		begun: steps.findIndex((step) => step.id === session.currentStepId) + 1,
		used: [...used],
		steps: steps.map((step): TypedStep => ({ ...step, minutes: String(step.minutes) })),
		areas: board.elements
			.filter(({ type, layer }) => type === 'area' && layer === 'scaffold')
			.map(({ id, text }) => ({ id, title: text }))
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const wish = String(form.get('do') ?? 'save');
		const basis = String(form.get('basis'));
		const steps = rearrange(readSteps(form), wish, m.session_agenda_new_title());
		const changed = await act(locals, changeAgenda, {
			sessionId: params.id,
			basis,
			steps: steps.map((step) => ({ ...step, id: step.id ?? undefined, minutes: Number(step.minutes) }))
		});
		// What was typed is not lost by a refusal; what was moved stays where it is wanted.
		// The basis stays too: trying again does not overwrite what somebody else has saved meanwhile.
		if (!changed.ok) return fail(changed.failure.status, { ...changed.failure.data, steps, basis });
		return { saved: wish };
	}
};
