import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { commentAnswers, commentThreads } from '../schema/comments.ts';
import { people } from '../schema/organisation.ts';

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

/** How many answers of a thread stand. */
export async function countAnswers(db: Reader, tenantId: string, threadId: string): Promise<number> {
	const [row] = await db
		.select({ n: count() })
		.from(commentAnswers)
		.where(and(ofThread(tenantId, threadId), isNull(commentAnswers.removedAt)));
	return row?.n ?? 0;
}

/** What was said in a thread, the first first, with the names of those who said it; erased people have none. */
export async function listAnswers(db: Reader, tenantId: string, threadId: string) {
	return db
		.select({ answer: commentAnswers, name: people.name })
		.from(commentAnswers)
		.innerJoin(people, and(eq(people.tenantId, commentAnswers.tenantId), eq(people.id, commentAnswers.personId)))
		.where(ofThread(tenantId, threadId))
		.orderBy(asc(commentAnswers.id));
}

const ofThread = (tenantId: string, threadId: string) =>
	and(eq(commentAnswers.tenantId, tenantId), eq(commentAnswers.threadId, threadId));
