import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok } from '#domain/result.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** A facilitator asks those who lead the process to come, or says that it is settled. */
export const askForHelp = defineCommand({
	name: 'ask-for-help',
	right: 'session.help',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()), asking: v.boolean() }),
	place: placeOfSession,
	async run({ tx, tenantId, now, announce }, { sessionId, asking }) {
		await tx
			.update(liveSessions)
			.set({ helpAskedAt: asking ? now : null })
			.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, sessionId)));
		announce({ kind: 'session.changed', sessionId });
		return ok({ asking });
	},
	audit: ({ sessionId, asking }) => ({ entity: 'session', entityId: sessionId, facts: { asking } })
});
