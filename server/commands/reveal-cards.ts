import { and, eq, isNotNull, isNull, notInArray, or } from 'drizzle-orm';
import { randomInt } from 'node:crypto';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { boardDocuments } from '#protocol/document-names.ts';
import { findSession, holdStep, type LiveSession } from '../db/repositories/sessions.ts';
import { agendaSteps, cards, participants } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import { boardsFor, placeCards } from './place-cards.ts';
import { placeOfSession } from './session-places.ts';

/**
 * Shows all hidden cards of the current step: they are written into the board together, in shuffled order, so that
 * neither time nor place tells who wrote what. Cards of somebody whose cards are kept back stay back. A second reveal changes nothing.
 * Cards of a non-public part are shown in that part only, on its board.
 */
export const revealCards = defineCommand({
	name: 'reveal-cards',
	right: 'session.lead',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfSession,
	async run(ctx, { sessionId }) {
		const { tx, tenantId } = ctx;
		const session = await findSession(tx, tenantId, sessionId);
		invariant(session, 'the place is a session');
		const step = session.currentStepId && (await holdStep(tx, tenantId, session.currentStepId));
		if (!step || step.kind !== 'collect')
			return refuse({ code: 'session.step-forbids', step: step ? step.kind : 'arrive' });
		if (step.revealedAt) return ok({ stepId: step.id, cards: 0 });
		const keptBack = tx
			.select({ id: participants.id })
			.from(participants)
			.where(
				and(
					eq(participants.tenantId, tenantId),
					eq(participants.sessionId, sessionId),
					isNotNull(participants.cardsHiddenAt)
				)
			);
		const hidden = await tx
			.update(cards)
			.set({ placedAt: ctx.now })
			.where(
				and(
					eq(cards.tenantId, tenantId),
					eq(cards.stepId, step.id),
					ofThisPart(session),
					isNull(cards.placedAt),
					isNull(cards.withdrawnAt),
					notInArray(cards.participantId, keptBack)
				)
			)
			.returning();
		await tx
			.update(agendaSteps)
			.set({ revealedAt: ctx.now })
			.where(and(eq(agendaSteps.tenantId, tenantId), eq(agendaSteps.id, step.id)));
		if (hidden.length > 0) {
			const shownIn = { step: { kind: step.kind, title: step.title } };
			for (const { boardId, cards: theirs } of boardsFor(session, shuffled(hidden))) {
				await ctx.setCheckpoint(Object.values(boardDocuments(boardId)), 'reveal', shownIn);
				const placed = await placeCards(ctx, boardId, step.areaId, theirs);
				if (!placed.ok) return placed;
			}
		}
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ stepId: step.id, cards: hidden.length });
	},
	audit: ({ sessionId }, { stepId, cards: count }) => ({
		entity: 'session',
		entityId: sessionId,
		facts: { stepId, cards: count }
	})
});

/** What people wrote in public is everybody's at any time, what they wrote in a non-public part nobody's outside of it. */
const ofThisPart = ({ nonPublicPartId }: LiveSession) =>
	nonPublicPartId === null
		? isNull(cards.nonPublicPartId)
		: or(isNull(cards.nonPublicPartId), eq(cards.nonPublicPartId, nonPublicPartId));

function shuffled<T>(values: readonly T[]): T[] {
	const left = [...values];
	const order: T[] = [];
	while (left.length > 0) order.push(...left.splice(randomInt(left.length), 1));
	return order;
}
