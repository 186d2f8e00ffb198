import { and, asc, count, eq, exists, inArray, isNotNull, isNull, not, or, type SQL } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { commentAnswers, commentThreads } from '../schema/comments.ts';
import { people } from '../schema/organisation.ts';
import { texts } from '../schema/processes.ts';
import { liveSessions, participants } from '../schema/sessions.ts';
import { hasBoard } from './non-public-parts.ts';

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

/** A thread about a text by its id, or null. */
export async function findTextThread(
	db: Reader,
	tenantId: string,
	textId: string,
	threadId: string
): Promise<Thread | null> {
	const [found] = await db
		.select()
		.from(commentThreads)
		.where(and(ofText(tenantId, textId), eq(commentThreads.id, threadId)));
	return found ?? null;
}

/** The thread about something that is suggested for a text, or null. */
export async function findThreadOfSuggestion(
	db: Reader,
	tenantId: string,
	textId: string,
	suggestionId: string
): Promise<Thread | null> {
	const [found] = await db
		.select()
		.from(commentThreads)
		.where(and(ofText(tenantId, textId), eq(commentThreads.suggestionId, suggestionId)));
	return found ?? null;
}

/** The threads about a text, the oldest first. */
export async function listTextThreads(db: Reader, tenantId: string, textId: string): Promise<Thread[]> {
	return db.select().from(commentThreads).where(ofText(tenantId, textId)).orderBy(asc(commentThreads.id));
}

/** How many threads about a text are not settled and say something. */
export async function countOpenTextThreads(db: Reader, tenantId: string, textId: string): Promise<number> {
	const standing = db
		.select({ id: commentAnswers.id })
		.from(commentAnswers)
		.where(and(itsThread, isNull(commentAnswers.removedAt)));
	const [row] = await db
		.select({ n: count() })
		.from(commentThreads)
		.where(and(ofText(tenantId, textId), isNull(commentThreads.settledAt), exists(standing)));
	return row?.n ?? 0;
}

/** Who has begun a thread. */
export async function beginnerOf(db: Reader, tenantId: string, threadId: string): Promise<string | null> {
	const [first] = await db
		.select({ personId: commentAnswers.personId })
		.from(commentAnswers)
		.where(ofThread(tenantId, threadId))
		.orderBy(asc(commentAnswers.id))
		.limit(1);
	return first?.personId ?? null;
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
	return answersFor(db, ofThread(tenantId, id), reader);
}

/** The same of all threads about a text. */
export async function listTextAnswers(db: Reader, tenantId: string, textId: string, reader: string) {
	return answersFor(db, ofText(tenantId, textId), reader);
}

function answersFor(db: Reader, wanted: SQL | undefined, reader: string) {
	return db
		.select({ answer: commentAnswers, name: people.name })
		.from(commentAnswers)
		.innerJoin(commentThreads, itsThread)
		.innerJoin(people, and(eq(people.tenantId, commentAnswers.tenantId), eq(people.id, commentAnswers.personId)))
		.where(and(wanted, or(eq(commentAnswers.personId, reader), not(keptBack(db)))))
		.orderBy(asc(commentAnswers.id));
}

/** The threads of a board in which something stands that a participant has said. */
export async function listThreadsWith(
	db: Reader,
	{ tenantId, boardId, participantId }: { tenantId: string; boardId: string; participantId: string }
) {
	const found = await db
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
	return found.flatMap(({ id, elementId }) => (elementId === null ? [] : [{ id, elementId }]));
}

const itsThread = and(
	eq(commentThreads.tenantId, commentAnswers.tenantId),
	eq(commentThreads.id, commentAnswers.threadId)
);

const itsAuthor = and(
	eq(participants.tenantId, commentAnswers.tenantId),
	eq(participants.personId, commentAnswers.personId)
);

/** Whether a facilitator keeps back, on this board or in this text, what the author of an answer has written. */
const keptBack = (db: Reader) =>
	exists(
		db
			.select({ id: participants.id })
			.from(participants)
			.innerJoin(
				liveSessions,
				and(eq(liveSessions.tenantId, participants.tenantId), eq(liveSessions.id, participants.sessionId))
			)
			.where(
				and(
					itsAuthor,
					isNotNull(participants.cardsHiddenAt),
					or(hasBoard(db, commentThreads.boardId), inArray(liveSessions.id, sessionOfText(db)))
				)
			)
	);

const sessionOfText = (db: Reader) =>
	db
		.select({ id: texts.sessionId })
		.from(texts)
		.where(and(eq(texts.tenantId, commentThreads.tenantId), eq(texts.id, commentThreads.textId)));

const ofThread = (tenantId: string, threadId: string) =>
	and(eq(commentAnswers.tenantId, tenantId), eq(commentAnswers.threadId, threadId));

const ofText = (tenantId: string, textId: string) =>
	and(eq(commentThreads.tenantId, tenantId), eq(commentThreads.textId, textId));
