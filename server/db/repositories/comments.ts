import { and, asc, count, eq, exists, isNotNull, isNull, not, or } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { commentAnswers, commentThreads } from '../schema/comments.ts';
import { people } from '../schema/organisation.ts';
import { liveSessions, participants } from '../schema/sessions.ts';

type Reader = Database | Transaction;

/** A thread of comments, without its answers. */
export type Thread = typeof commentThreads.$inferSelect;

/** The thread of a pin, or null. */
export async function findThread(
	db: Reader,
	tenantId: string,
	boardId: string,
	elementId: string
): Promise<Thread | null> {
	const [found] = await db
		.select()
		.from(commentThreads)
		.where(
			and(
				eq(commentThreads.tenantId, tenantId),
				eq(commentThreads.boardId, boardId),
				eq(commentThreads.elementId, elementId)
			)
		);
	return found ?? null;
}

/** How many threads a board has. */
export async function countThreads(db: Reader, tenantId: string, boardId: string): Promise<number> {
	const [row] = await db
		.select({ n: count() })
		.from(commentThreads)
		.where(and(eq(commentThreads.tenantId, tenantId), eq(commentThreads.boardId, boardId)));
	return row?.n ?? 0;
}

/** How many answers of a thread stand; those of people whose cards are kept back do not count. */
export async function countAnswers(db: Reader, tenantId: string, threadId: string): Promise<number> {
	const [row] = await db
		.select({ n: count() })
		.from(commentAnswers)
		.innerJoin(commentThreads, itsThread)
		.where(and(ofThread(tenantId, threadId), isNull(commentAnswers.removedAt), not(keptBack(db))));
	return row?.n ?? 0;
}

/**
 * What was said in a thread, the first first, with the names of those who said it; erased people have none. What people have said whose
 * cards a facilitator keeps back, only they still read themselves.
 */
export async function listAnswers(db: Reader, { tenantId, id }: Thread, reader: string) {
	return db
		.select({ answer: commentAnswers, name: people.name })
		.from(commentAnswers)
		.innerJoin(commentThreads, itsThread)
		.innerJoin(people, and(eq(people.tenantId, commentAnswers.tenantId), eq(people.id, commentAnswers.personId)))
		.where(and(ofThread(tenantId, id), or(eq(commentAnswers.personId, reader), not(keptBack(db)))))
		.orderBy(asc(commentAnswers.id));
}

/** The threads of a board in which something stands that a participant has said. */
export async function listThreadsWith(
	db: Reader,
	{ tenantId, boardId, participantId }: { tenantId: string; boardId: string; participantId: string }
) {
	return db
		.selectDistinct({ id: commentThreads.id, elementId: commentThreads.elementId })
		.from(commentAnswers)
		.innerJoin(commentThreads, itsThread)
		.innerJoin(participants, itsAuthor)
		.where(
			and(
				eq(commentThreads.tenantId, tenantId),
				eq(commentThreads.boardId, boardId),
				eq(participants.id, participantId),
				isNull(commentAnswers.removedAt)
			)
		);
}

const itsThread = and(
	eq(commentThreads.tenantId, commentAnswers.tenantId),
	eq(commentThreads.id, commentAnswers.threadId)
);

const itsAuthor = and(
	eq(participants.tenantId, commentAnswers.tenantId),
	eq(participants.personId, commentAnswers.personId)
);

/** Whether a facilitator keeps back on this board what the author of an answer has written. */
const keptBack = (db: Reader) =>
	exists(
		db
			.select({ id: participants.id })
			.from(participants)
			.innerJoin(
				liveSessions,
				and(eq(liveSessions.tenantId, participants.tenantId), eq(liveSessions.id, participants.sessionId))
			)
			.where(and(itsAuthor, eq(liveSessions.boardId, commentThreads.boardId), isNotNull(participants.cardsHiddenAt)))
	);

const ofThread = (tenantId: string, threadId: string) =>
	and(eq(commentAnswers.tenantId, tenantId), eq(commentAnswers.threadId, threadId));
