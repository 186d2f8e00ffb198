import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { findParticipant, findSession } from '../db/repositories/sessions.ts';
import { participants } from '../db/schema/sessions.ts';
import { comes, leaves } from './attendance.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Says that somebody is away for a while, or there again. A hand that was up goes down with her; what she wrote stays. */
export const setPresence = defineCommand({
	name: 'set-presence',
	right: 'session.take-part',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()), here: v.boolean() }),
	place: placeOfSession,
	async run(ctx, { sessionId, here }) {
		const { tx, tenantId, personId } = ctx;
		const session = await findSession(tx, tenantId, sessionId);
		invariant(session && personId, 'the place is a session and its right needs a person');
		if (session.state === 'ended') return refuse({ code: 'session.closed' });
		const participant = await findParticipant(tx, tenantId, sessionId, personId);
		invariant(participant, 'whoever takes part has a place');
		const stay = { sessionId, participantId: participant.id };
		if (here) await comes(ctx, stay);
		else {
			await leaves(ctx, stay);
			await tx
				.update(participants)
				.set({ handRaisedAt: null })
				.where(and(eq(participants.tenantId, tenantId), eq(participants.id, participant.id)));
		}
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ here });
	},
	audit: ({ sessionId, here }) => ({ entity: 'session', entityId: sessionId, facts: { here } })
});
