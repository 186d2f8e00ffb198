import { redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { may } from '#domain/rights/rights.ts';
import type { ParticipantState } from '#protocol/session-state.ts';
import { addArgument } from '#server/commands/add-argument.ts';
import { askToVote } from '#server/commands/ask-to-vote.ts';
import { castBallot } from '#server/commands/cast-ballot.ts';
import { raiseHand } from '#server/commands/raise-hand.ts';
import { recuseVoter } from '#server/commands/recuse-voter.ts';
import { setPresence } from '#server/commands/set-presence.ts';
import { setReady } from '#server/commands/set-ready.ts';
import { submitCard } from '#server/commands/submit-card.ts';
import { withdrawCard } from '#server/commands/withdraw-card.ts';
import { listOwnCards } from '#server/db/repositories/cards.ts';
import { findBallot, findVoter } from '#server/db/repositories/rounds.ts';
import { findParticipant, findSession } from '#server/db/repositories/sessions.ts';
import type { App } from '#server/app.ts';
import { anonymous, type Actor } from '#server/auth/actor.ts';
import { speakerAt } from '#server/auth/companions.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { listCompanions } from '#server/db/repositories/companions.ts';
import { nameOf } from '#server/db/repositories/people.ts';
import { act, keyOf, type FormEvent } from '#server/web/act.ts';
import { newSecret } from '#server/ids.ts';
import { notFound, requireRight } from '#server/web/guard.ts';
import { keepInside } from '#server/web/outside.ts';
import { orderDeeds } from '#server/web/order.ts';
import { answerIn } from '#server/web/vote-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	if (actor.kind === 'anonymous') redirect(303, '/');
	const { tenantId, personId } = actor;
	const session = (await findSession(app.db, tenantId, event.params.id)) ?? notFound();
	const own = await findParticipant(app.db, tenantId, session.id, personId);
	if (own?.waitingSince) redirect(303, `/s/${session.id}/waiting`);
	const at = { tenantId, processId: session.processId, sessionId: session.id };
	await requireRight(event, 'session.follow', at);
	if (!own) notFound();
	const speaker = event.params.person ? await speakerAt(app.db, actor, session.id, event.params.person) : actor;
	const back = `/s/${session.id}/take-part`;
	if (!speaker || !may(await standingsOf(app.db, speaker, at), 'session.follow')) redirect(303, back);
	const participant = (await findParticipant(app.db, tenantId, session.id, speaker.personId)) ?? notFound();
	const now = (await app.live.stateFor(tenantId, session.id, 'participant')) as ParticipantState;
	const state = await keepInside(event, now, speaker, new Set());
	const open = state.rounds.findLast((round) => round.state === 'open');
	const [beside, ownName, cards, voter, cast] = await Promise.all([
		listCompanions(app.db, tenantId, own.id),
		nameOf(app.db, tenantId, personId),
		listOwnCards(app.db, tenantId, participant.id),
		open ? findVoter(app.db, tenantId, open.id, participant.id) : null,
		open ? findBallot(app.db, tenantId, open.id, participant.id) : null
	]);
	return {
		state,
		participantId: participant.id,
		/** Everybody who takes part on this device; its owner comes first. */
		onDevice: [
			{ participantId: own.id, name: ownName, waits: false },
			...beside.map(({ participantId, name, waitingSince }) => ({ participantId, name, waits: waitingSince !== null }))
		],
		/** She may bring further people to this device. */
		ownsDevice: own.role === 'participant' && own.companionOf === null,
		/** She leads the session, too. */
		leads: participant.role === 'facilitator',
		readyStepId: participant.readyStepId,
		/** She came while a later step was already running. */
		late: session.stepStartedAt !== null && participant.createdAt > session.stepStartedAt,
		cards: cards.map(({ id, text, elementId, late }) => ({ id, text, elementId, late })),
		vote: open
			? {
					roundId: open.id,
					eligible: voter !== null && !voter.recused,
					recused: voter?.recused ?? false,
					voted: voter?.voted ?? false,
					cast
				}
			: null,
		/** For the form without JavaScript: sent twice, it is one card. */
		key: randomUUID()
	};
};

type ActionEvent = Parameters<Actions[string]>[0];

/** Who speaks: the person of the address, if she takes part on this device; nobody otherwise, so that no deed reaches the wrong person. */
async function speaking({ locals: { app, actor }, params }: ActionEvent): Promise<{ app: App; actor: Actor }> {
	if (!params.person) return { app, actor };
	const speaker = actor.kind === 'person' ? await speakerAt(app.db, actor, params.id, params.person) : null;
	return { app, actor: speaker ?? anonymous };
}

/** The same deeds, done by whoever speaks. */
function asSpeaker<Deeds extends Record<string, (event: FormEvent) => unknown>>(deeds: Deeds): Deeds {
	const spoken = Object.entries(deeds).map(([name, deed]) => [
		name,
		async (event: ActionEvent) => deed({ ...event, locals: await speaking(event) })
	]);
	return Object.fromEntries(spoken) as Deeds;
}

export const actions: Actions = {
	...asSpeaker(orderDeeds),
	card: async (event) => {
		const { params, request } = event;
		const form = await request.formData();
		const text = String(form.get('text') ?? '');
		const clusterId = form.get('clusterId') || null;
		const asked = { sessionId: params.id, text, clusterId };
		const sent = await act(await speaking(event), submitCard, asked, keyOf(form));
		if (!sent.ok) return sent.failure;
		const { cardId: id, elementId, late } = sent.value;
		return { card: { id, elementId, late, text: text.trim() } };
	},
	withdraw: async (event) => {
		const { request } = event;
		const cardId = (await request.formData()).get('cardId');
		const withdrawn = await act(await speaking(event), withdrawCard, { cardId });
		return withdrawn.ok ? { withdrawn: withdrawn.value.cardId } : withdrawn.failure;
	},
	ready: async (event) => {
		const { params, request } = event;
		const ready = (await request.formData()).get('ready') === 'yes';
		const said = await act(await speaking(event), setReady, { sessionId: params.id, ready });
		return said.ok ? { ready } : said.failure;
	},
	presence: async (event) => {
		const { params, request } = event;
		const here = (await request.formData()).get('here') === 'yes';
		const said = await act(await speaking(event), setPresence, { sessionId: params.id, here });
		return said.ok ? { here } : said.failure;
	},
	hand: async (event) => {
		const { params, request } = event;
		const raised = (await request.formData()).get('raised') === 'yes';
		const said = await act(await speaking(event), raiseHand, { sessionId: params.id, raised });
		return said.ok ? { raised } : said.failure;
	},
	vote: async (event) => {
		const { request } = event;
		const asked = await act(await speaking(event), askToVote, { roundId: (await request.formData()).get('roundId') });
		return asked.ok ? { asked: true } : asked.failure;
	},
	ballot: async (event) => {
		const { request } = event;
		const form = await request.formData();
		const ballot = answerIn(form);
		// Without scripts the browser has no secret of its own: the answer counts and cannot be changed where it is secret.
		const token = form.get('token') ?? newSecret();
		const cast = await act(await speaking(event), castBallot, { roundId: form.get('roundId'), ballot, token });
		return cast.ok ? { ballot } : cast.failure;
	},
	argument: async (event) => {
		const { request } = event;
		const { roundId, optionId, kind, text } = Object.fromEntries(await request.formData());
		const kept = await act(await speaking(event), addArgument, { roundId, optionId, kind, text });
		return kept.ok ? { argued: true } : kept.failure;
	},
	recuse: async (event) => {
		const { request } = event;
		const asked = { roundId: (await request.formData()).get('roundId') };
		const said = await act(await speaking(event), recuseVoter, asked);
		return said.ok ? { recused: true } : said.failure;
	}
};
