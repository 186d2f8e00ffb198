import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { cards, participants } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Takes back an own card that nobody has seen yet. Once revealed, it belongs to the board and is binned there. */
export const withdrawCard = defineCommand({
	name: 'withdraw-card',
	right: 'card.submit',
	input: v.object({ cardId: v.pipe(v.string(), v.uuid()) }),
	async place(tx, { cardId }) {
		const [card] = await tx.select({ sessionId: cards.sessionId }).from(cards).where(eq(cards.id, cardId));
		return card ? placeOfSession(tx, card) : null;
	},
	async run(ctx, { cardId }) {
		const { tx, tenantId } = ctx;
		const [own] = await tx
			.select({ id: cards.id })
			.from(cards)
			.innerJoin(participants, and(eq(participants.tenantId, cards.tenantId), eq(participants.id, cards.participantId)))
			.where(and(eq(cards.tenantId, tenantId), eq(cards.id, cardId), eq(participants.personId, ctx.personId ?? '')));
		if (!own) return refuse({ code: 'thing.not-found', kind: 'card' });
		const withdrawn = await tx
			.update(cards)
			.set({ withdrawnAt: ctx.now })
			.where(and(eq(cards.tenantId, tenantId), eq(cards.id, cardId), isNull(cards.placedAt)))
			.returning({ id: cards.id });
		if (withdrawn.length === 0) return refuse({ code: 'thing.changed-meanwhile', kind: 'card' });
		if (ctx.place.sessionId) ctx.announce({ kind: 'session.changed', sessionId: ctx.place.sessionId });
		return ok({ cardId });
	},
	audit: ({ cardId }) => ({ entity: 'card', entityId: cardId })
});
