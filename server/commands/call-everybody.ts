import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok } from '#domain/result.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Calls everybody: all phones come back to what the group does now, wherever they were. */
export const callEverybody = defineCommand({
	name: 'call-everybody',
	right: 'session.lead',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfSession,
	async run({ tx, tenantId, now, announce }, { sessionId }) {
		await tx
			.update(liveSessions)
			.set({ calledAt: now })
			.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, sessionId)));
		announce({ kind: 'session.changed', sessionId });
		return ok({ calledAt: now.getTime() });
	},
	audit: ({ sessionId }) => ({ entity: 'session', entityId: sessionId })
});
