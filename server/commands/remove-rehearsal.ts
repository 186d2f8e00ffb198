import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { removeRehearsal as remove } from '../rehearsal/remove-rehearsal.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Removes a rehearsal with everything in it, before the two days are over. A session that counts is never removed. */
export const removeRehearsal = defineCommand({
	name: 'remove-rehearsal',
	right: 'session.lead',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfSession,
	async run(ctx, { sessionId }) {
		const session = await findSession(ctx.tx, ctx.tenantId, sessionId);
		invariant(session, 'the place is a session');
		if (!session.rehearsalOf) return refuse({ code: 'rehearsal.none' });
		await remove(ctx.tx, ctx.tenantId, sessionId);
		ctx.announce({ kind: 'access.changed' });
		return ok({ rehearsalOf: session.rehearsalOf });
	},
	audit: ({ sessionId }) => ({ entity: 'session', entityId: sessionId })
});
