import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { boards } from '../schema/processes.ts';
import { liveSessions, nonPublicParts, participants } from '../schema/sessions.ts';
import { hasBoard } from './non-public-parts.ts';

type Reader = Database | Transaction;

/** A board as its page shows it. */
export interface BoardSummary {
	id: string;
	processId: string;
	title: string;
	state: 'open' | 'locked' | 'frozen' | 'archived';
	/** The session that works on it: the one that is still open, else the latest. */
	sessionId: string | null;
	/** Whether it is that of a non-public part of the session. */
	nonPublic: boolean;
	/** Whether it can only be read at this moment: the session works on another one, because it is, or was, not public. */
	rests: boolean;
}

/** One board of the tenant, or null. */
export async function findBoard(db: Reader, tenantId: string, id: string): Promise<BoardSummary | null> {
	const [found] = await db
		.select({
			id: boards.id,
			processId: boards.processId,
			title: boards.title,
			state: boards.state,
			sessionId: liveSessions.id,
			worksOn: liveSessions.boardId,
			partId: nonPublicParts.id
		})
		.from(boards)
		.leftJoin(liveSessions, and(eq(liveSessions.tenantId, boards.tenantId), hasBoard(db, boards.id)))
		.leftJoin(nonPublicParts, and(eq(nonPublicParts.tenantId, boards.tenantId), eq(nonPublicParts.boardId, boards.id)))
		.where(and(eq(boards.tenantId, tenantId), eq(boards.id, id)))
		.orderBy(sql`case ${liveSessions.state} when 'ended' then 1 else 0 end`, desc(liveSessions.id))
		.limit(1);
	if (!found) return null;
	const { worksOn, partId, ...board } = found;
	return { ...board, nonPublic: partId !== null, rests: worksOn !== null && worksOn !== id };
}

/** The name under which a person writes on a board of a session: her place in it, where she has one. */
export async function pseudonymIn(
	db: Reader,
	tenantId: string,
	sessionId: string | null,
	personId: string
): Promise<string> {
	if (sessionId === null) return personId;
	const [found] = await db
		.select({ id: participants.id })
		.from(participants)
		.where(
			and(
				eq(participants.tenantId, tenantId),
				eq(participants.sessionId, sessionId),
				eq(participants.personId, personId),
				isNull(participants.removedAt)
			)
		);
	return found?.id ?? personId;
}
