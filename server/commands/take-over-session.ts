import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { comes } from './attendance.ts';
import { defineCommand } from './command.ts';
import { makeFacilitator } from './session-facilitators.ts';
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
		const participantId = await makeFacilitator(ctx, sessionId, personId);
		await comes(ctx, { sessionId, participantId });
		ctx.announce({ kind: 'session.changed', sessionId });
		ctx.announce({ kind: 'access.changed', personId });
		return ok({ sessionId, participantId });
	},
	audit: (_, { sessionId, participantId }) => ({ entity: 'session', entityId: sessionId, facts: { participantId } })
});
