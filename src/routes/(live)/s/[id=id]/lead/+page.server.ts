import { redirect } from '@sveltejs/kit';
import { may, onlyPauseForbids } from '#domain/rights/rights.ts';
import type { LeadState } from '#protocol/session-state.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { listBudgets } from '#server/db/repositories/budgets.ts';
import { findParticipant, findSession } from '#server/db/repositories/sessions.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';
import { agendaDeeds } from '#server/web/lead/agenda.ts';
import { cardDeeds } from '#server/web/lead/cards.ts';
import { decidingDeeds } from '#server/web/lead/deciding.ts';
import { rehearsalDeeds } from '#server/web/lead/rehearsal.ts';
import { peopleDeeds } from '#server/web/lead/people.ts';

export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	const { tenantId, personId } = requirePerson(event);
	const session = (await findSession(app.db, tenantId, event.params.id)) ?? notFound();
	const at = { tenantId, processId: session.processId, sessionId: session.id };
	const held = await standingsOf(app.db, requirePerson(event), at);
	const leads = may(held, 'session.lead') || onlyPauseForbids(held, 'session.lead');
	if (!leads && may(held, 'session.follow')) redirect(303, `/s/${session.id}/take-part`);
	await requireRight(event, 'session.lead', at);
	const own = await findParticipant(app.db, tenantId, session.id, personId);
	return {
		state: (await app.live.stateFor(tenantId, session.id, 'lead')) as LeadState,
		budgets: await listBudgets(app.db, tenantId, session.processId),
		participantId: own?.id ?? '',
		mayPromote: may(held, 'goal.promote') && !session.rehearsalOf
	};
};

export const actions: Actions = { ...agendaDeeds, ...peopleDeeds, ...cardDeeds, ...decidingDeeds, ...rehearsalDeeds };
