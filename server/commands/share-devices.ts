import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok } from '#domain/result.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Allows several people to take part on one device, or no further ones; who is in already stays in. */
export const shareDevices = defineCommand({
	name: 'share-devices',
	right: 'session.lead',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()), allowed: v.boolean() }),
	place: placeOfSession,
	async run(ctx, { sessionId, allowed }) {
		const { tx, tenantId } = ctx;
		await tx
			.update(liveSessions)
			.set({ sharedDevices: allowed })
			.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, sessionId)));
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ allowed });
	},
	audit: ({ sessionId, allowed }) => ({ entity: 'session', entityId: sessionId, facts: { allowed } })
});
