import { and, asc, eq, inArray, isNotNull, isNull, or, type AnyColumn, type SQL } from 'drizzle-orm';
import { stepMark, type Part, type StepMark } from '#domain/sessions/non-public.ts';
import type { Database, Transaction } from '../database.ts';
import { stepVisits } from '../schema/minutes.ts';
import { liveSessions, nonPublicParts } from '../schema/sessions.ts';
import type { LiveSession } from './sessions.ts';

type Reader = Database | Transaction;

/** A time in which a session was not public, with the board of that time. */
export type NonPublicPart = typeof nonPublicParts.$inferSelect;

/** The non-public parts of a session in their order; the last one may still be on. */
export const listNonPublicParts = (db: Reader, tenantId: string, sessionId: string): Promise<NonPublicPart[]> =>
	db
		.select()
		.from(nonPublicParts)
		.where(and(eq(nonPublicParts.tenantId, tenantId), eq(nonPublicParts.sessionId, sessionId)))
		.orderBy(asc(nonPublicParts.startedAt));

/** What belongs to the public, or to non-public parts, by the column with the part in which something was made. */
export const madeIn = (column: AnyColumn, part: Part | undefined): SQL | undefined =>
	part === undefined ? undefined : part === 'public' ? isNull(column) : isNotNull(column);

/** The board that everybody of a session knows, whether it is public at this moment or not. */
export const publicBoardOf = ({ boardId, publicBoardId }: Pick<LiveSession, 'boardId' | 'publicBoardId'>): string =>
	publicBoardId ?? boardId;

/** Whether a session has, or had, this board as its own: as that of everybody, or as that of one of its non-public parts. */
export function hasBoard(db: Reader, boardId: string | AnyColumn): SQL | undefined {
	const parts = db
		.select({ id: nonPublicParts.sessionId })
		.from(nonPublicParts)
		.where(eq(nonPublicParts.boardId, boardId));
	return or(
		eq(liveSessions.boardId, boardId),
		eq(liveSessions.publicBoardId, boardId),
		inArray(liveSessions.id, parts)
	);
}

/** All boards of a session: that of everybody first, then those of its non-public parts. */
export async function boardsOfSession(db: Reader, session: LiveSession): Promise<string[]> {
	const parts = await listNonPublicParts(db, session.tenantId, session.id);
	return [publicBoardOf(session), ...parts.map(({ boardId }) => boardId)];
}

/** The boards of non-public parts in an organisation; lists of boards leave them out. */
export const boardsOfParts = (db: Reader, tenantId: string) =>
	db.select({ id: nonPublicParts.boardId }).from(nonPublicParts).where(eq(nonPublicParts.tenantId, tenantId));

/** Whether a session of a process is not public at this moment; rehearsals do not count. */
export async function isProcessClosed(db: Reader, tenantId: string, processId: string): Promise<boolean> {
	const [found] = await db
		.select({ id: liveSessions.id })
		.from(liveSessions)
		.where(
			and(
				eq(liveSessions.tenantId, tenantId),
				eq(liveSessions.processId, processId),
				isNotNull(liveSessions.nonPublicPartId),
				isNull(liveSessions.rehearsalOf)
			)
		)
		.limit(1);
	return found !== undefined;
}

/** How the steps of a session were on, by step; a step that is missing was never on. */
export async function listStepMarks(
	db: Reader,
	tenantId: string,
	sessionId: string
): Promise<ReadonlyMap<string, StepMark>> {
	const rows = await db
		.select({ stepId: stepVisits.stepId, partId: stepVisits.nonPublicPartId })
		.from(stepVisits)
		.where(and(eq(stepVisits.tenantId, tenantId), eq(stepVisits.sessionId, sessionId)));
	const visits = new Map<string, { nonPublic: boolean }[]>();
	for (const { stepId, partId } of rows)
		visits.set(stepId, [...(visits.get(stepId) ?? []), { nonPublic: partId !== null }]);
	return new Map([...visits].map(([stepId, ofStep]) => [stepId, stepMark(ofStep)]));
}
