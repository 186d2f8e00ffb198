import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { isElementId, newElementId } from '#board/ids.ts';
import { can } from '#domain/rights/rights.ts';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import { behalfLimit, cardText } from '#domain/sessions/card-text.ts';
import { hidesAuthor } from '#domain/sessions/anonymity.ts';
import { arrivalOf, mayInStep } from '#domain/sessions/steps.ts';
import { normaliseLine } from '#domain/texts/normal-form.ts';
import { standingsOf } from '../auth/standings.ts';
import type { Transaction } from '../db/database.ts';
import {
	findParticipant,
	findSession,
	holdStep,
	listSteps,
	type AgendaStep,
	type LiveSession
} from '../db/repositories/sessions.ts';
import { cards } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import { placeCards } from './place-cards.ts';
import { placeOfSession } from './session-places.ts';

/**
 * Takes one idea of a participant. Before the reveal it stays a row that nobody else gets to see; afterwards it goes
 * onto the board at once and is marked as late. Facilitators also type what people without a device say.
 */
export const submitCard = defineCommand({
	name: 'submit-card',
	right: 'card.submit',
	input: v.object({
		sessionId: v.pipe(v.string(), v.uuid()),
		text: v.string(),
		/** The cluster it shall belong to; one that was dissolved on the way takes none, and the card is unsorted. */
		clusterId: v.optional(v.nullable(v.custom<string>(isElementId, 'id'))),
		/** For whom a facilitator types it, where people have no device: „Tisch 3“. */
		onBehalfOf: v.optional(v.pipe(v.string(), v.maxLength(behalfLimit), v.transform(normaliseLine)))
	}),
	place: placeOfSession,
	async run(ctx, { sessionId, text: typed, clusterId = null, onBehalfOf = '' }) {
		const { tx, tenantId, now: createdAt } = ctx;
		const text = cardText(typed);
		if (!text.ok) return text;
		const session = await findSession(tx, tenantId, sessionId);
		invariant(session && ctx.personId, 'the place is a session and its right needs a person');
		const found = await collecting(tx, session);
		if (!found.ok) return found;
		const step = found.value;
		const participant = await findParticipant(tx, tenantId, sessionId, ctx.personId);
		invariant(participant, 'whoever may submit takes part');
		if (onBehalfOf !== '') {
			const leads = can(await standingsOf(tx, ctx.actor, ctx.place), 'session.lead');
			if (!leads.ok) return leads;
		}
		const late = arrivalOf(step.kind, step.revealedAt !== null) === 'late';
		const card = {
			tenantId,
			id: ctx.newId(),
			sessionId,
			stepId: step.id,
			nonPublicPartId: session.nonPublicPartId,
			participantId: participant.id,
			text: text.value,
			elementId: newElementId(randomBytes),
			onBehalfOf: onBehalfOf || null,
			anonymous: hidesAuthor(await listSteps(tx, tenantId, sessionId), session.currentStepId),
			late,
			placedAt: late && participant.cardsHiddenAt === null ? createdAt : null,
			createdAt
		};
		await tx.insert(cards).values(card);
		if (card.placedAt !== null) {
			const placed = await placeCards(ctx, session.boardId, step.areaId, [card], clusterId);
			if (!placed.ok) return placed;
		}
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ cardId: card.id, elementId: card.elementId, late });
	},
	audit: (_, { cardId, late }) => ({ entity: 'card', entityId: cardId, facts: { late } })
});

/** The step that takes the card: the current one, or the collecting step before it for a card that was on its way. */
async function collecting(
	tx: Transaction,
	{ tenantId, id, state, currentStepId }: LiveSession
): Promise<Result<AgendaStep>> {
	if (state === 'ended') return refuse({ code: 'session.closed' });
	const steps = await listSteps(tx, tenantId, id);
	const at = steps.findIndex((step) => step.id === currentStepId);
	const current = steps[at];
	if (!current) return refuse({ code: 'session.not-started' });
	const allowed = mayInStep(current.kind, 'submit-card');
	if (!allowed.ok) return allowed;
	const collect = steps.slice(0, at + 1).findLast(({ kind }) => kind === 'collect');
	const held = collect && (await holdStep(tx, tenantId, collect.id));
	return held ? ok(held) : refuse({ code: 'session.step-forbids', step: current.kind });
}
