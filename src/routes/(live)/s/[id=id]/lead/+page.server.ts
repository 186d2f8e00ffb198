import { may } from '#domain/rights/rights.ts';
import type { LeadState } from '#protocol/session-state.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { closeRound } from '#server/commands/close-round.ts';
import { confirmWording } from '#server/commands/confirm-wording.ts';
import { coverProjector } from '#server/commands/cover-projector.ts';
import { createText } from '#server/commands/create-text.ts';
import { endSession, moveStep } from '#server/commands/move-step.ts';
import { inviteDrafters } from '#server/commands/invite-drafters.ts';
import { openRound } from '#server/commands/open-round.ts';
import { recordAgreement } from '#server/commands/record-agreement.ts';
import { muteParticipant } from '#server/commands/mute-participant.ts';
import { renameParticipant } from '#server/commands/rename-participant.ts';
import { lowerHand } from '#server/commands/raise-hand.ts';
import { removeParticipant } from '#server/commands/remove-participant.ts';
import { revealCards } from '#server/commands/reveal-cards.ts';
import { setTimer } from '#server/commands/set-timer.ts';
import { findSession, listParticipants } from '#server/db/repositories/sessions.ts';
import { act } from '#server/web/act.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	const { tenantId } = requirePerson(event);
	const session = (await findSession(app.db, tenantId, event.params.id)) ?? notFound();
	const at = { tenantId, processId: session.processId, sessionId: session.id };
	const person = await requireRight(event, 'session.lead', at);
	return {
		state: (await app.live.stateFor(tenantId, session.id, 'lead')) as LeadState,
		mayPromote: may(await standingsOf(app.db, person, at), 'goal.promote')
	};
};

export const actions: Actions = {
	move: async ({ locals, params, request }) => {
		const to = (await request.formData()).get('to');
		const moved = await act(locals, moveStep, { sessionId: params.id, to });
		return moved.ok ? moved.value : moved.failure;
	},
	timer: async ({ locals, params, request }) => {
		const action = (await request.formData()).get('action');
		const set = await act(locals, setTimer, { sessionId: params.id, action });
		return set.ok ? set.value : set.failure;
	},
	reveal: async ({ locals, params }) => {
		const revealed = await act(locals, revealCards, { sessionId: params.id });
		return revealed.ok ? revealed.value : revealed.failure;
	},
	remove: async ({ locals, params, request }) => {
		const participantId = (await request.formData()).get('participantId');
		const removed = await act(locals, removeParticipant, { sessionId: params.id, participantId });
		return removed.ok ? removed.value : removed.failure;
	},
	mute: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { participantId: form.get('participantId'), muted: form.get('muted') === 'yes' };
		const done = await act(locals, muteParticipant, { sessionId: params.id, ...asked });
		return done.ok ? done.value : done.failure;
	},
	rename: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { participantId: form.get('participantId'), name: form.get('name') };
		const renamed = await act(locals, renameParticipant, { sessionId: params.id, ...asked });
		return renamed.ok ? renamed.value : renamed.failure;
	},
	lower: async ({ locals, params, request }) => {
		const participantId = (await request.formData()).get('participantId');
		const lowered = await act(locals, lowerHand, { sessionId: params.id, participantId });
		return lowered.ok ? lowered.value : lowered.failure;
	},
	cover: async ({ locals, params, request }) => {
		const covered = (await request.formData()).get('covered') === 'yes';
		const done = await act(locals, coverProjector, { sessionId: params.id, covered });
		return done.ok ? done.value : done.failure;
	},
	end: async ({ locals, params }) => {
		const ended = await act(locals, endSession, { sessionId: params.id });
		return ended.ok ? ended.value : ended.failure;
	},
	open: async ({ locals, params, request }) => {
		const form = await request.formData();
		const opened = await act(locals, openRound, {
			sessionId: params.id,
			question: form.get('question'),
			elementIds: form.getAll('elementId'),
			dots: Number(form.get('dots')),
			maxPerOption: Number(form.get('maxPerOption')),
			voteClass: form.get('voteClass')
		});
		return opened.ok ? opened.value : opened.failure;
	},
	close: async ({ locals, request }) => {
		const roundId = (await request.formData()).get('roundId');
		const closed = await act(locals, closeRound, { roundId });
		return closed.ok ? closed.value : closed.failure;
	},
	record: async ({ locals, request }) => {
		const form = await request.formData();
		const asked = { roundId: form.get('roundId'), optionId: form.get('optionId') };
		const recorded = await act(locals, recordAgreement, asked);
		return recorded.ok ? recorded.value : recorded.failure;
	},
	word: async ({ locals, params, request }) => {
		const form = await request.formData();
		const made = await act(locals, createText, {
			kind: 'wording',
			sessionId: params.id,
			agreementId: form.get('agreementId'),
			title: form.get('title')
		});
		if (!made.ok) return made.failure;
		const { textId } = made.value;
		const personIds = await personsBehind(locals, params.id, form.getAll('participantId'));
		if (personIds.length === 0) return { textId };
		const invited = await act(locals, inviteDrafters, { textId, personIds });
		return invited.ok ? { textId } : invited.failure;
	},
	confirm: async ({ locals, request }) => {
		const form = await request.formData();
		const asked = { agreementId: form.get('agreementId'), textId: form.get('textId') };
		const confirmed = await act(locals, confirmWording, asked);
		return confirmed.ok ? confirmed.value : confirmed.failure;
	}
};

/** The screens know people of a session by their place in it only. */
async function personsBehind(
	{ app, actor }: App.Locals,
	sessionId: string,
	participantIds: FormDataEntryValue[]
): Promise<string[]> {
	if (actor.kind === 'anonymous') return [];
	const people = await listParticipants(app.db, actor.tenantId, sessionId);
	return people.filter(({ id }) => participantIds.includes(id)).map(({ personId }) => personId);
}
