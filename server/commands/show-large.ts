import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok } from '#domain/result.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Shows one card large on the projector, so that somebody can present it, or takes it down again. The next step begins without it. */
export const showLarge = defineCommand({
	name: 'show-large',
	right: 'session.lead',
	input: v.object({
		sessionId: v.pipe(v.string(), v.uuid()),
		elementId: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(40)))
	}),
	place: placeOfSession,
	async run({ tx, tenantId, announce }, { sessionId, elementId }) {
		await tx
			.update(liveSessions)
			.set({ spotlightId: elementId })
			.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, sessionId)));
		announce({ kind: 'session.changed', sessionId });
		return ok({ elementId });
	},
	audit: ({ sessionId, elementId }) => ({ entity: 'session', entityId: sessionId, facts: { elementId } })
});
