import * as v from 'valibot';
import { invariant, ok } from '#domain/result.ts';
import { boardsOfSession } from '../db/repositories/non-public-parts.ts';
import { findParticipant, findSession } from '../db/repositories/sessions.ts';
import { listTextsOfSession } from '../db/repositories/texts.ts';
import { defineCommand } from './command.ts';
import { bringCardsBack, placeKeptBack, takeCardsOff } from './hidden-cards.ts';
import { changeParticipant } from './participant-changes.ts';
import { placeOfSession } from './session-places.ts';

/**
 * Takes all cards of one participant from everybody's screen, and her comments, or brings them back to their places. Nothing is thrown away; what she
 * sends meanwhile stays back as well, and who has hidden them since when is kept.
 */
export const hideCards = defineCommand({
	name: 'hide-cards',
	right: 'session.lead',
	input: v.object({
		sessionId: v.pipe(v.string(), v.uuid()),
		participantId: v.pipe(v.string(), v.uuid()),
		hidden: v.boolean()
	}),
	place: placeOfSession,
	async run(ctx, { sessionId, participantId, hidden }) {
		const { tx, tenantId, now } = ctx;
		const session = await findSession(tx, tenantId, sessionId);
		invariant(session && ctx.personId, 'the place is a session and its right needs a person');
		const lead = await findParticipant(tx, tenantId, sessionId, ctx.personId);
		invariant(lead, 'whoever leads takes part');
		const record = hidden
			? { cardsHiddenAt: now, cardsHiddenBy: lead.id }
			: { cardsHiddenAt: null, cardsHiddenBy: null };
		const changed = await changeParticipant(ctx, { sessionId, participantId }, record);
		if (!changed.ok) return changed;
		for (const boardId of await boardsOfSession(tx, session)) {
			const whose = { boardId, participantId };
			const done = hidden ? await takeCardsOff(ctx, { ...whose, by: lead.id }) : await bringCardsBack(ctx, whose);
			if (!done.ok) return done;
		}
		const laid = hidden ? ok() : await placeKeptBack(ctx, session, participantId);
		if (!laid.ok) return laid;
		for (const textId of await listTextsOfSession(tx, tenantId, sessionId))
			ctx.announce({ kind: 'text.changed', textId });
		ctx.announce({ kind: 'access.changed', personId: changed.value.personId });
		return ok({ participantId });
	},
	audit: ({ sessionId, participantId, hidden }) => ({
		entity: 'session',
		entityId: sessionId,
		facts: { participantId, hidden }
	})
});
