import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { attendances } from '../schema/attendances.ts';
import { people } from '../schema/organisation.ts';
import { liveSessions, participants } from '../schema/sessions.ts';

type Reader = Database | Transaction;

/** One stay of somebody in a session; empty `leftAt`: she is there. */
export interface Attendance {
	participantId: string;
	personId: string;
	name: string;
	group: (typeof participants.$inferSelect)['group'];
	role: (typeof participants.$inferSelect)['role'];
	/** Whether she took part without an account. */
	guest: boolean;
	cameAt: Date;
	leftAt: Date | null;
}

/**
 * Who was in a session from when to when, in the order of coming; whoever left and came back stands there once for each stay.
 * Participants of a time before stays were recorded count as there from their joining to their removal or the end.
 */
export async function listAttendance(db: Reader, tenantId: string, sessionId: string): Promise<Attendance[]> {
	const rows = await db
		.select({
			participant: participants,
			name: people.name,
			kind: people.kind,
			cameAt: attendances.cameAt,
			leftAt: attendances.leftAt,
			endedAt: liveSessions.endedAt
		})
		.from(participants)
		.innerJoin(people, and(eq(people.tenantId, participants.tenantId), eq(people.id, participants.personId)))
		.innerJoin(
			liveSessions,
			and(eq(liveSessions.tenantId, participants.tenantId), eq(liveSessions.id, participants.sessionId))
		)
		.leftJoin(
			attendances,
			and(eq(attendances.tenantId, participants.tenantId), eq(attendances.participantId, participants.id))
		)
		.where(
			and(eq(participants.tenantId, tenantId), eq(participants.sessionId, sessionId), isNull(participants.waitingSince))
		)
		.orderBy(asc(attendances.cameAt), asc(participants.id));
	return rows
		.filter(({ participant, cameAt }) => cameAt !== null || participant.role === 'participant')
		.map(({ participant, name, kind, cameAt, leftAt, endedAt }) => ({
			participantId: participant.id,
			personId: participant.personId,
			name: name ?? '',
			group: participant.group,
			role: participant.role,
			guest: kind === 'guest',
			cameAt: cameAt ?? participant.createdAt,
			leftAt: cameAt ? leftAt : (participant.removedAt ?? endedAt)
		}))
		.sort((a, b) => a.cameAt.getTime() - b.cameAt.getTime());
}

const hers = sql`${attendances.tenantId} = ${participants.tenantId} and ${attendances.sessionId} = ${participants.sessionId}
	and ${attendances.participantId} = ${participants.id}`;

/** Whether the participant of the row has said that she is away, as a column of a query over participants. */
export const isAway = sql<boolean>`(
	exists (select 1 from ${attendances} where ${hers})
	and not exists (select 1 from ${attendances} where ${hers} and ${attendances.leftAt} is null)
)`;
