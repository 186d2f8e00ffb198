import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok } from '#domain/result.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Shows the impulse cards of the board on all screens, in whatever step, or takes them away again. The next step begins without them. */
export const showImpulses = defineCommand({
	name: 'show-impulses',
	right: 'session.lead',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()), shown: v.boolean() }),
	place: placeOfSession,
	async run(ctx, { sessionId, shown }) {
		const { tx, tenantId, now } = ctx;
		await tx
			.update(liveSessions)
			.set({ impulsesShownAt: shown ? now : null })
			.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, sessionId)));
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ shown });
	},
	audit: ({ sessionId, shown }) => ({ entity: 'session', entityId: sessionId, facts: { shown } })
});
