import { and, asc, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Day } from '#domain/day.ts';
import type { Database, Transaction } from '../database.ts';
import { people } from '../schema/organisation.ts';
import { boards, processes, processMembers, processPauses, texts } from '../schema/processes.ts';
import { liveSessions } from '../schema/sessions.ts';

type Reader = Database | Transaction;

/** A process at rest. */
export interface Pause {
	id: string;
	processId: string;
	since: Day;
	reason: string;
	lookAgainOn: Day | null;
}

/** A thing by which a process is found. */
export interface ThingOfProcess {
	tenantId: string;
	processId?: string;
	sessionId?: string;
	textId?: string;
	groupRoomId?: string;
}

/** The pause of the process to which a thing belongs, while it lasts; null where it goes on or belongs to none. */
export async function findPause(db: Reader, at: ThingOfProcess): Promise<Pause | null> {
	const process = processOf(db, at);
	if (process === null) return null;
	const { id, processId, since, reason, lookAgainOn, tenantId, endedAt } = processPauses;
	const [found] = await db
		.select({ id, processId, since, reason, lookAgainOn })
		.from(processPauses)
		.where(and(eq(tenantId, at.tenantId), isNull(endedAt), process));
	return found ?? null;
}

function processOf(db: Reader, { tenantId, processId, sessionId, textId, groupRoomId }: ThingOfProcess) {
	if (processId !== undefined) return eq(processPauses.processId, processId);
	const text = textId ?? groupRoomId;
	if (text !== undefined)
		return inArray(
			processPauses.processId,
			db
				.select({ id: texts.processId })
				.from(texts)
				.where(and(eq(texts.tenantId, tenantId), eq(texts.id, text)))
		);
	if (sessionId === undefined) return null;
	return inArray(
		processPauses.processId,
		db
			.select({ id: liveSessions.processId })
			.from(liveSessions)
			.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, sessionId)))
	);
}

/** The processes of an organisation that rest. */
export async function listResting(db: Reader, tenantId: string): Promise<Set<string>> {
	const found = await db
		.select({ id: processPauses.processId })
		.from(processPauses)
		.where(and(eq(processPauses.tenantId, tenantId), isNull(processPauses.endedAt)));
	return new Set(found.map(({ id }) => id));
}

/** Holds a process, so that it is not put to rest and woken at the same moment. */
export async function holdProcess(tx: Transaction, tenantId: string, id: string): Promise<void> {
	await tx
		.select({ id: processes.id })
		.from(processes)
		.where(and(eq(processes.tenantId, tenantId), eq(processes.id, id)))
		.for('update');
}

/** The names of those who lead a process, by the order in which they came; erased ones are not among them. */
export async function namesOfLeads(db: Reader, tenantId: string, processId: string): Promise<string[]> {
	const found = await db
		.select({ name: people.name })
		.from(processMembers)
		.innerJoin(people, and(eq(people.tenantId, processMembers.tenantId), eq(people.id, processMembers.personId)))
		.where(
			and(
				eq(processMembers.tenantId, tenantId),
				eq(processMembers.processId, processId),
				eq(processMembers.role, 'lead'),
				isNotNull(people.name)
			)
		)
		.orderBy(asc(people.id));
	return found.map(({ name }) => name ?? '');
}

/**
 * The title of a session of the process that is going on; null if none is. Rehearsals do not count. The sessions are held, so that none
 * begins at this moment.
 */
export async function findGoingOn(tx: Transaction, tenantId: string, processId: string): Promise<string | null> {
	const found = await tx
		.select({ title: liveSessions.title, state: liveSessions.state })
		.from(liveSessions)
		.where(
			and(
				eq(liveSessions.tenantId, tenantId),
				eq(liveSessions.processId, processId),
				isNull(liveSessions.rehearsalOf),
				ne(liveSessions.state, 'ended')
			)
		)
		.orderBy(asc(liveSessions.id))
		.for('update');
	return found.find(({ state }) => state === 'running' || state === 'paused')?.title ?? null;
}

/** What of a process is open on screens: its texts, its boards, and its sessions that have not ended. */
export async function listOpenThings(db: Reader, tenantId: string, processId: string) {
	const [ofTexts, ofBoards, sessions] = await Promise.all([
		db
			.select({ id: texts.id })
			.from(texts)
			.where(and(eq(texts.tenantId, tenantId), eq(texts.processId, processId))),
		db
			.select({ id: boards.id })
			.from(boards)
			.where(and(eq(boards.tenantId, tenantId), eq(boards.processId, processId))),
		db
			.select({ id: liveSessions.id })
			.from(liveSessions)
			.where(
				and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.processId, processId), ne(liveSessions.state, 'ended'))
			)
	]);
	const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
	return { textIds: ids(ofTexts), boardIds: ids(ofBoards), sessionIds: ids(sessions) };
}
