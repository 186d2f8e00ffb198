import { redirect } from '@sveltejs/kit';
import { may } from '#domain/rights/rights.ts';
import type { ParticipantState } from '#protocol/session-state.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { budgetOfSession, readBudget } from '#server/db/repositories/budgets.ts';
import { findParticipant, findSession } from '#server/db/repositories/sessions.ts';
import { scenarioDeeds } from '#server/web/budget-deeds.ts';
import { keepInside } from '#server/web/outside.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	const person = requirePerson(event);
	const { tenantId, personId } = person;
	const session = (await findSession(app.db, tenantId, event.params.id)) ?? notFound();
	const at = { tenantId, processId: session.processId, sessionId: session.id };
	const own = await findParticipant(app.db, tenantId, session.id, personId);
	if (own?.waitingSince) redirect(303, `/s/${session.id}/waiting`);
	await requireRight(event, 'budget.read', at);
	const held = await standingsOf(app.db, person, at);
	const state = (await app.live.stateFor(tenantId, session.id, 'participant')) as ParticipantState;
	const atHand = await budgetOfSession(app.db, tenantId, session.id);
	const part = session.nonPublicPartId === null ? 'public' : undefined;
	return {
		state: await keepInside(event, state, person, held),
		budget: atHand && (await readBudget(app.db, tenantId, atHand.id, personId, part)),
		mayKeep: may(held, 'scenario.keep')
	};
};

export const actions: Actions = scenarioDeeds(async ({ locals, params }) => {
	const { app, actor } = locals;
	const atHand = actor.kind === 'person' ? await budgetOfSession(app.db, actor.tenantId, params.id) : null;
	return { budgetId: atHand?.id ?? params.id, sessionId: params.id };
});
