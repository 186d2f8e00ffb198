import { redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import type { ParticipantState } from '#protocol/session-state.ts';
import { askToVote } from '#server/commands/ask-to-vote.ts';
import { castBallot } from '#server/commands/cast-ballot.ts';
import { raiseHand } from '#server/commands/raise-hand.ts';
import { setPresence } from '#server/commands/set-presence.ts';
import { setReady } from '#server/commands/set-ready.ts';
import { submitCard } from '#server/commands/submit-card.ts';
import { withdrawCard } from '#server/commands/withdraw-card.ts';
import { listOwnCards } from '#server/db/repositories/cards.ts';
import { findBallot, isVoter } from '#server/db/repositories/rounds.ts';
import { findParticipant, findSession } from '#server/db/repositories/sessions.ts';
import { act, keyOf } from '#server/web/act.ts';
import { notFound, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	if (actor.kind === 'anonymous') redirect(303, '/');
	const { tenantId, personId } = actor;
	const session = (await findSession(app.db, tenantId, event.params.id)) ?? notFound();
	const participant = await findParticipant(app.db, tenantId, session.id, personId);
	if (participant?.waitingSince) redirect(303, `/s/${session.id}/waiting`);
	await requireRight(event, 'session.take-part', { tenantId, processId: session.processId, sessionId: session.id });
	if (!participant) notFound();
	const state = (await app.live.stateFor(tenantId, session.id, 'participant')) as ParticipantState;
	const open = state.rounds.findLast((round) => round.state === 'open');
	const [cards, eligible, ballot] = await Promise.all([
		listOwnCards(app.db, tenantId, participant.id),
		open ? isVoter(app.db, tenantId, open.id, participant.id) : false,
		open ? findBallot(app.db, tenantId, open.id, participant.id) : null
	]);
	return {
		state,
		participantId: participant.id,
		/** She leads the session, too. */
		leads: participant.role === 'facilitator',
		readyStepId: participant.readyStepId,
		/** She came while a later step was already running. */
		late: session.stepStartedAt !== null && participant.createdAt > session.stepStartedAt,
		cards: cards.map(({ id, text, elementId, late }) => ({ id, text, elementId, late })),
		vote: open ? { roundId: open.id, eligible, cast: ballot as Record<string, number> | null } : null,
		/** For the form without JavaScript: sent twice, it is one card. */
		key: randomUUID()
	};
};

export const actions: Actions = {
	card: async ({ locals, params, request }) => {
		const form = await request.formData();
		const text = String(form.get('text') ?? '');
		const sent = await act(locals, submitCard, { sessionId: params.id, text }, keyOf(form));
		if (!sent.ok) return sent.failure;
		const { cardId: id, elementId, late } = sent.value;
		return { card: { id, elementId, late, text: text.trim() } };
	},
	withdraw: async ({ locals, request }) => {
		const cardId = (await request.formData()).get('cardId');
		const withdrawn = await act(locals, withdrawCard, { cardId });
		return withdrawn.ok ? { withdrawn: withdrawn.value.cardId } : withdrawn.failure;
	},
	ready: async ({ locals, params, request }) => {
		const ready = (await request.formData()).get('ready') === 'yes';
		const said = await act(locals, setReady, { sessionId: params.id, ready });
		return said.ok ? { ready } : said.failure;
	},
	presence: async ({ locals, params, request }) => {
		const here = (await request.formData()).get('here') === 'yes';
		const said = await act(locals, setPresence, { sessionId: params.id, here });
		return said.ok ? { here } : said.failure;
	},
	hand: async ({ locals, params, request }) => {
		const raised = (await request.formData()).get('raised') === 'yes';
		const said = await act(locals, raiseHand, { sessionId: params.id, raised });
		return said.ok ? { raised } : said.failure;
	},
	vote: async ({ locals, request }) => {
		const asked = await act(locals, askToVote, { roundId: (await request.formData()).get('roundId') });
		return asked.ok ? { asked: true } : asked.failure;
	},
	ballot: async ({ locals, request }) => {
		const form = await request.formData();
		const dots = [...form].filter(([name, value]) => name.startsWith('dots.') && value !== '' && value !== '0');
		const ballot = Object.fromEntries(dots.map(([name, value]) => [name.slice('dots.'.length), Number(value)]));
		const cast = await act(locals, castBallot, { roundId: form.get('roundId'), ballot });
		return cast.ok ? { ballot } : cast.failure;
	}
};
