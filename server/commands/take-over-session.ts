import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { findParticipant, findSession } from '../db/repositories/sessions.ts';
import { participants } from '../db/schema/sessions.ts';
import { comes } from './attendance.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { placeOfSession } from './session-places.ts';

/**
 * Takes over the lead of a session: as somebody named by the facilitator, or as a lead of its process who need not have taken part.
 * Who leads already goes on leading; step, timer and rounds go on as they are, because they live on the server.
 */
export const takeOverSession = defineCommand({
	name: 'take-over-session',
	right: 'session.take-over',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfSession,
	async run(ctx, { sessionId }) {
		const { tx, tenantId, personId } = ctx;
		const session = await findSession(tx, tenantId, sessionId);
		invariant(session && personId, 'the place is a session and its right needs a person');
		if (session.state === 'ended') return refuse({ code: 'session.closed' });
		const participantId = await lead(ctx, sessionId, personId);
		await comes(ctx, { sessionId, participantId });
		ctx.announce({ kind: 'session.changed', sessionId });
		ctx.announce({ kind: 'access.changed', personId });
		return ok({ sessionId, participantId });
	},
	audit: (_, { sessionId, participantId }) => ({ entity: 'session', entityId: sessionId, facts: { participantId } })
});

/** Her place in the session, from now on as one who leads. Somebody who took part before may go back to it later. */
async function lead({ tx, tenantId, now, newId }: Context, sessionId: string, personId: string): Promise<string> {
	const earlier = await findParticipant(tx, tenantId, sessionId, personId);
	const role = 'facilitator' as const;
	if (!earlier) {
		const id = newId();
		await tx.insert(participants).values({ tenantId, id, sessionId, personId, role, createdAt: now });
		return id;
	}
	if (earlier.role === 'facilitator' && !earlier.removedAt) return earlier.id;
	await tx
		.update(participants)
		.set({
			role,
			mayLeadSince: sql`coalesce(${participants.mayLeadSince}, ${now.toISOString()})`,
			removedAt: null,
			waitingSince: null,
			mutedAt: null,
			handRaisedAt: null,
			readyStepId: null
		})
		.where(and(eq(participants.tenantId, tenantId), eq(participants.id, earlier.id)));
	return earlier.id;
}
