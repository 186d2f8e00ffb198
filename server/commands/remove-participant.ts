import { and, eq, ne } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { participants } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Takes somebody out of the session: screens and sockets close at once, and the way back is shut. Her cards stay. */
export const removeParticipant = defineCommand({
	name: 'remove-participant',
	right: 'session.lead',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()), participantId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfSession,
	async run(ctx, { sessionId, participantId }) {
		const { tx, tenantId } = ctx;
		const [removed] = await tx
			.update(participants)
			.set({ removedAt: ctx.now, readyStepId: null, handRaisedAt: null })
			.where(
				and(
					eq(participants.tenantId, tenantId),
					eq(participants.sessionId, sessionId),
					eq(participants.id, participantId),
					ne(participants.role, 'facilitator')
				)
			)
			.returning({ personId: participants.personId });
		if (!removed) return refuse({ code: 'thing.not-found', kind: 'participant' });
		ctx.announce({ kind: 'access.changed', personId: removed.personId });
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ participantId });
	},
	audit: ({ sessionId }, { participantId }) => ({ entity: 'session', entityId: sessionId, facts: { participantId } })
});
