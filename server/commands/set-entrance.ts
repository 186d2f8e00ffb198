import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { entrances } from '#domain/sessions/entrance.ts';
import { holdSession, listWaiting } from '../db/repositories/sessions.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import { admit } from './admit-participants.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Says who comes in from now on. Who is in stays in; an entrance that opens lets in everybody who waits. */
export const setEntrance = defineCommand({
	name: 'set-entrance',
	right: 'session.lead',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()), entrance: v.picklist(entrances) }),
	place: placeOfSession,
	async run(ctx, { sessionId, entrance }) {
		const { tx, tenantId } = ctx;
		const session = await holdSession(tx, tenantId, sessionId);
		invariant(session, 'the place is a session');
		if (session.state === 'ended') return refuse({ code: 'session.closed' });
		await tx
			.update(liveSessions)
			.set({ entrance })
			.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, sessionId)));
		if (entrance === 'open') {
			const waiting = await listWaiting(tx, tenantId, sessionId);
			await admit(
				ctx,
				sessionId,
				waiting.map(({ id }) => id)
			);
		}
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ entrance });
	},
	audit: ({ sessionId, entrance }) => ({ entity: 'session', entityId: sessionId, facts: { entrance } })
});
