import { bringBudget } from '../../commands/bring-budget.ts';
import { cancelRound } from '../../commands/cancel-round.ts';
import { closeRound } from '../../commands/close-round.ts';
import { confirmWording } from '../../commands/confirm-wording.ts';
import { decideVoteRequest } from '../../commands/decide-vote-request.ts';
import { createText } from '../../commands/create-text.ts';
import { inviteDrafters } from '../../commands/invite-drafters.ts';
import { openRound } from '../../commands/open-round.ts';
import { recordAgreement } from '../../commands/record-agreement.ts';
import { recuseVoter } from '../../commands/recuse-voter.ts';
import { listParticipants } from '../../db/repositories/sessions.ts';
import { act, deed, type FormEvent } from '../act.ts';
import { answerIn, numberIn, rulesIn } from '../vote-fields.ts';

const fields = (form: FormData, ...names: string[]) => Object.fromEntries(names.map((name) => [name, form.get(name)]));

const chosen = (form: FormData, name: string) => form.getAll(name).filter((id) => id !== '');

/** What the facilitator does to reach and record what the group holds. */
export const decidingDeeds = {
	open: deed(openRound, 'sessionId', (form) => ({
		...fields(form, 'question', 'voteClass', 'method'),
		elementIds: chosen(form, 'elementId'),
		measureIds: chosen(form, 'measureId'),
		proposals: form.getAll('proposal').filter((words) => words !== ''),
		params: rulesIn(form),
		secrecy: form.get('secrecy') ?? undefined,
		passiveLabel: form.get('passiveLabel') || undefined,
		quorum: numberIn(form, 'quorum'),
		minutes: numberIn(form, 'minutes'),
		previousRoundId: form.get('previousRoundId')
	})),
	budget: deed(bringBudget, 'sessionId', (form) => ({ budgetId: form.get('budgetId') || null })),
	voter,
	recuse: deed(recuseVoter, 'sessionId', (form) => fields(form, 'roundId', 'participantId')),
	close: deed(closeRound, 'sessionId', (form) => fields(form, 'roundId')),
	hands: deed(closeRound, 'sessionId', (form) => ({ ...fields(form, 'roundId'), hands: answerIn(form) })),
	cancel: deed(cancelRound, 'sessionId', (form) => fields(form, 'roundId', 'reason')),
	record: deed(recordAgreement, 'sessionId', (form) => fields(form, 'roundId', 'optionId')),
	word,
	confirm: deed(confirmWording, 'sessionId', (form) => fields(form, 'agreementId', 'textId'))
};

/** Somebody who came late is admitted to the round, or only watches. */
async function voter({ locals, request }: FormEvent) {
	const form = await request.formData();
	const asked = { ...fields(form, 'roundId', 'participantId'), admit: form.get('admit') === 'yes' };
	const decided = await act(locals, decideVoteRequest, asked);
	return decided.ok ? decided.value : decided.failure;
}

/** A text that puts an agreement into words, and who drafts it. */
async function word({ locals, params, request }: FormEvent) {
	const form = await request.formData();
	const asked = { kind: 'wording', sessionId: params.id, ...fields(form, 'agreementId', 'title') };
	const made = await act(locals, createText, asked);
	if (!made.ok) return made.failure;
	const { textId } = made.value;
	const personIds = await personsBehind(locals, params.id, form.getAll('participantId'));
	if (personIds.length === 0) return { textId };
	const invited = await act(locals, inviteDrafters, { textId, personIds });
	return invited.ok ? { textId } : invited.failure;
}

/** The screens know people of a session by their place in it only. */
async function personsBehind(
	{ app, actor }: FormEvent['locals'],
	sessionId: string,
	participantIds: FormDataEntryValue[]
) {
	if (actor.kind === 'anonymous') return [];
	const people = await listParticipants(app.db, actor.tenantId, sessionId);
	return people.filter(({ id }) => participantIds.includes(id)).map(({ personId }) => personId);
}
