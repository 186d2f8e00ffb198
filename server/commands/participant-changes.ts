import { and, eq, isNull, ne } from 'drizzle-orm';
import { ok, refuse, type Result } from '#domain/result.ts';
import { participants } from '../db/schema/sessions.ts';
import type { Context } from './context.ts';

/** Who in which session. */
export interface ParticipantPlace {
	readonly sessionId: string;
	readonly participantId: string;
}

/** Changes the place of somebody who takes part in a session; facilitators are not led, and who was removed is gone. */
export async function changeParticipant(
	{ tx, tenantId, announce }: Context,
	{ sessionId, participantId }: ParticipantPlace,
	change: Partial<typeof participants.$inferInsert>
): Promise<Result<{ personId: string }>> {
	const [changed] = await tx
		.update(participants)
		.set(change)
		.where(
			and(
				eq(participants.tenantId, tenantId),
				eq(participants.sessionId, sessionId),
				eq(participants.id, participantId),
				ne(participants.role, 'facilitator'),
				isNull(participants.removedAt)
			)
		)
		.returning({ personId: participants.personId });
	if (!changed) return refuse({ code: 'thing.not-found', kind: 'participant' });
	announce({ kind: 'session.changed', sessionId });
	return ok(changed);
}
