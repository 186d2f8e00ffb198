import { and, eq, ne } from 'drizzle-orm';
import { liveSessions, participants } from '../db/schema/sessions.ts';
import type { Context } from './context.ts';

/** Lets somebody lead the sessions of a group that have not ended, beside whoever leads them already. */
export async function leadOpenSessions(
	ctx: Context,
	{ processId, bodyId }: { processId: string; bodyId: string },
	personId: string
): Promise<void> {
	const { tx, tenantId } = ctx;
	const open = await tx
		.select({ id: liveSessions.id })
		.from(liveSessions)
		.where(
			and(
				eq(liveSessions.tenantId, tenantId),
				eq(liveSessions.processId, processId),
				eq(liveSessions.bodyId, bodyId),
				ne(liveSessions.state, 'ended')
			)
		);
	for (const { id } of open) await makeFacilitator(ctx, id, personId);
}

/** Makes somebody lead a session, whether she was in it already or not. */
export async function makeFacilitator(ctx: Context, sessionId: string, personId: string): Promise<void> {
	const { tx, tenantId, now: createdAt } = ctx;
	await tx
		.insert(participants)
		.values({ tenantId, id: ctx.newId(), sessionId, personId, role: 'facilitator', createdAt })
		.onConflictDoUpdate({
			target: [participants.tenantId, participants.sessionId, participants.personId],
			set: { role: 'facilitator', removedAt: null }
		});
	ctx.announce({ kind: 'session.changed', sessionId });
}
