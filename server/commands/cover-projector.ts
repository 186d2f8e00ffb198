import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok } from '#domain/result.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Covers the projector for a part that is not for the wall, or shows it again. While it is covered nothing of the session is sent to it. */
export const coverProjector = defineCommand({
	name: 'cover-projector',
	right: 'session.lead',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()), covered: v.boolean() }),
	place: placeOfSession,
	async run(ctx, { sessionId, covered }) {
		const { tx, tenantId, now } = ctx;
		await tx
			.update(liveSessions)
			.set({ coveredAt: covered ? now : null })
			.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, sessionId)));
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ covered });
	},
	audit: ({ sessionId, covered }) => ({ entity: 'session', entityId: sessionId, facts: { covered } })
});
