import { and, asc, eq } from 'drizzle-orm';
import type { SourcePerson } from '#domain/minutes/minutes-source.ts';
import type { Database, Transaction } from '../database.ts';
import { participants } from '../schema/sessions.ts';

/** Who was in a session from when until when, also those who left or were removed, in the order of coming. */
export async function listAttendance(
	db: Database | Transaction,
	tenantId: string,
	sessionId: string
): Promise<SourcePerson[]> {
	const rows = await db
		.select()
		.from(participants)
		.where(and(eq(participants.tenantId, tenantId), eq(participants.sessionId, sessionId)))
		.orderBy(asc(participants.createdAt), asc(participants.id));
	return rows.map(({ id, personId, role, group, createdAt, leftAt, removedAt }) => ({
		participantId: id,
		personId,
		role,
		group,
		from: createdAt.getTime(),
		until: (removedAt ?? leftAt)?.getTime() ?? null
	}));
}
