import { and, desc, eq, inArray, isNotNull, isNull, ne, notInArray, or, sql } from 'drizzle-orm';
import type { Wifi } from '#domain/processes/wifi.ts';
import type { Database, Transaction } from '../database.ts';
import { bodies } from '../schema/organisation.ts';
import { boards, processes, processMembers, texts } from '../schema/processes.ts';
import { liveSessions, participants } from '../schema/sessions.ts';
import { listProcessesOfMember } from './groups.ts';
import { boardsOfParts } from './non-public-parts.ts';

type Reader = Database | Transaction;

/** A process as lists show it. */
export interface ProcessSummary {
	id: string;
	title: string;
	kind: string;
	status: 'idea' | 'project' | 'embedded' | 'ended';
}

/** A process with what it is set up with. */
export interface ProcessDetails extends ProcessSummary {
	template: string | null;
	startsOn: string | null;
	endsOn: string | null;
	wifi: Wifi | null;
}

/** A live session as lists show it. */
export interface SessionSummary {
	id: string;
	processId: string;
	title: string;
	group: string | null;
	state: 'lobby' | 'running' | 'paused' | 'ended';
}

/** The processes that somebody sees: all of them for admins and steering, otherwise those she takes part in. */
export async function listProcesses(
	db: Reader,
	tenantId: string,
	personId: string,
	seesAll: boolean
): Promise<ProcessSummary[]> {
	const mine = db
		.select({ id: processMembers.processId })
		.from(processMembers)
		.where(and(eq(processMembers.tenantId, tenantId), eq(processMembers.personId, personId)));
	const inGroups = seesAll ? [] : await listProcessesOfMember(db, tenantId, personId);
	return db
		.select({ id: processes.id, title: processes.title, kind: processes.kind, status: processes.status })
		.from(processes)
		.where(
			and(
				eq(processes.tenantId, tenantId),
				seesAll ? undefined : or(inArray(processes.id, mine), inArray(processes.id, inGroups))
			)
		)
		.orderBy(desc(processes.id));
}

/** One process, or null. */
export async function findProcess(db: Reader, tenantId: string, id: string): Promise<ProcessDetails | null> {
	const { title, kind, status, template, startsOn, endsOn, wifi } = processes;
	const [found] = await db
		.select({ id: processes.id, title, kind, status, template, startsOn, endsOn, wifi })
		.from(processes)
		.where(and(eq(processes.tenantId, tenantId), eq(processes.id, id)));
	return found ?? null;
}

const sessionColumns = {
	id: liveSessions.id,
	processId: liveSessions.processId,
	title: liveSessions.title,
	group: bodies.name,
	state: liveSessions.state
};

/** The sessions of a process without rehearsals: running first, then ready, then ended, the newest first within each. */
export async function listSessions(db: Reader, tenantId: string, processId: string): Promise<SessionSummary[]> {
	return db
		.select(sessionColumns)
		.from(liveSessions)
		.leftJoin(bodies, and(eq(bodies.tenantId, liveSessions.tenantId), eq(bodies.id, liveSessions.bodyId)))
		.where(
			and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.processId, processId), isNull(liveSessions.rehearsalOf))
		)
		.orderBy(
			sql`case ${liveSessions.state} when 'running' then 0 when 'paused' then 0 when 'lobby' then 1 else 2 end`,
			desc(liveSessions.id)
		);
}

/** The sessions somebody leads or takes part in that have not ended. */
export async function listOwnSessions(
	db: Reader,
	tenantId: string,
	personId: string
): Promise<(SessionSummary & { role: string })[]> {
	return db
		.select({ ...sessionColumns, role: participants.role })
		.from(participants)
		.innerJoin(
			liveSessions,
			and(eq(liveSessions.tenantId, participants.tenantId), eq(liveSessions.id, participants.sessionId))
		)
		.leftJoin(bodies, and(eq(bodies.tenantId, liveSessions.tenantId), eq(bodies.id, liveSessions.bodyId)))
		.where(
			and(
				eq(participants.tenantId, tenantId),
				eq(participants.personId, personId),
				sql`${participants.removedAt} is null`,
				ne(liveSessions.state, 'ended'),
				isNull(liveSessions.rehearsalOf)
			)
		)
		.orderBy(desc(liveSessions.id));
}

/** The boards of a process without those of rehearsals and of non-public parts, the newest first. */
export async function listBoards(
	db: Reader,
	tenantId: string,
	processId: string
): Promise<{ id: string; title: string }[]> {
	const rehearsed = db
		.select({ id: liveSessions.boardId })
		.from(liveSessions)
		.where(and(eq(liveSessions.tenantId, tenantId), isNotNull(liveSessions.rehearsalOf)));
	return db
		.select({ id: boards.id, title: boards.title })
		.from(boards)
		.where(
			and(
				eq(boards.tenantId, tenantId),
				eq(boards.processId, processId),
				notInArray(boards.id, rehearsed),
				notInArray(boards.id, boardsOfParts(db, tenantId))
			)
		)
		.orderBy(desc(boards.id));
}

/** The texts of a process, the newest first; rooms of groups are not among them. */
export async function listTexts(
	db: Reader,
	tenantId: string,
	processId: string
): Promise<{ id: string; title: string; kind: string; state: 'open' | 'frozen' }[]> {
	return db
		.select({ id: texts.id, title: texts.title, kind: texts.kind, state: texts.state })
		.from(texts)
		.where(and(eq(texts.tenantId, tenantId), eq(texts.processId, processId), isNull(texts.roomOf)))
		.orderBy(desc(texts.id));
}

/** The topic groups and other teams of the organisation, by name. */
export async function listTeams(db: Reader, tenantId: string): Promise<{ id: string; key: string; name: string }[]> {
	const found = await db
		.select({ id: bodies.id, key: bodies.key, name: bodies.name })
		.from(bodies)
		.where(and(eq(bodies.tenantId, tenantId), eq(bodies.kind, 'team')));
	const german = new Intl.Collator('de', { numeric: true });
	return found.sort((a, b) => german.compare(a.key, b.key));
}

/** One body of the organisation by its id, or null. */
export async function findBody(db: Reader, tenantId: string, id: string): Promise<{ id: string; name: string } | null> {
	const [found] = await db
		.select({ id: bodies.id, name: bodies.name })
		.from(bodies)
		.where(and(eq(bodies.tenantId, tenantId), eq(bodies.id, id)));
	return found ?? null;
}
