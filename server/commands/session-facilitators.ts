import { and, eq, ne, sql } from 'drizzle-orm';
import { findParticipant } from '../db/repositories/sessions.ts';
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
	for (const { id } of open) {
		await makeFacilitator(ctx, id, personId);
		ctx.announce({ kind: 'session.changed', sessionId: id });
	}
}

/**
 * Lets somebody lead a session, whether she was in it already or not, and returns her place in it. Who took part before may go back to
 * it later.
 */
export async function makeFacilitator(
	{ tx, tenantId, now, newId }: Context,
	sessionId: string,
	personId: string
): Promise<string> {
	const earlier = await findParticipant(tx, tenantId, sessionId, personId);
	const role = 'facilitator' as const;
	if (!earlier) {
		const id = newId();
		await tx.insert(participants).values({ tenantId, id, sessionId, personId, role, createdAt: now });
		return id;
	}
	if (earlier.role === 'facilitator' && !earlier.removedAt) return earlier.id;
	await tx
		.update(participants)
		.set({
			role,
			mayLeadSince: sql`coalesce(${participants.mayLeadSince}, ${now.toISOString()})`,
			removedAt: null,
			waitingSince: null,
			mutedAt: null,
			handRaisedAt: null,
			readyStepId: null
		})
		.where(and(eq(participants.tenantId, tenantId), eq(participants.id, earlier.id)));
	return earlier.id;
}
