import { and, eq, isNull } from 'drizzle-orm';
import { staysInside } from '#domain/sessions/non-public.ts';
import type { Database, Transaction } from '../db/database.ts';
import { listMembersOfGroups } from '../db/repositories/groups.ts';
import { accounts } from '../db/schema/organisation.ts';
import { processMembers } from '../db/schema/processes.ts';
import { liveSessions, participants } from '../db/schema/sessions.ts';

type Reader = Database | Transaction;

/** Somebody in a session, and whether she stays when it is not public. */
export interface Place {
	participantId: string;
	personId: string;
	inside: boolean;
}

/** Who of a session stays when it is closed to the public, and who is the public: of everybody in it, or of one person. */
export async function listPlacesBySide(
	db: Reader,
	tenantId: string,
	sessionId: string,
	personId?: string
): Promise<Place[]> {
	const rows = await db
		.select({
			participantId: participants.id,
			personId: participants.personId,
			role: participants.role,
			mayLeadSince: participants.mayLeadSince,
			processId: liveSessions.processId,
			office: accounts.role,
			member: processMembers.role
		})
		.from(participants)
		.innerJoin(
			liveSessions,
			and(eq(liveSessions.tenantId, participants.tenantId), eq(liveSessions.id, participants.sessionId))
		)
		.leftJoin(
			accounts,
			and(
				eq(accounts.tenantId, participants.tenantId),
				eq(accounts.personId, participants.personId),
				isNull(accounts.disabledAt)
			)
		)
		.leftJoin(
			processMembers,
			and(
				eq(processMembers.tenantId, participants.tenantId),
				eq(processMembers.processId, liveSessions.processId),
				eq(processMembers.personId, participants.personId)
			)
		)
		.where(
			and(
				eq(participants.tenantId, tenantId),
				eq(participants.sessionId, sessionId),
				isNull(participants.removedAt),
				isNull(participants.waitingSince),
				personId === undefined ? undefined : eq(participants.personId, personId)
			)
		);
	const [first] = rows;
	const inGroups = new Set(first && (await listMembersOfGroups(db, tenantId, first.processId)));
	return rows.map(({ participantId, personId, role, mayLeadSince, office, member }) => ({
		participantId,
		personId,
		inside: staysInside({
			leads: role === 'facilitator' || mayLeadSince !== null,
			office: office === 'admin' || office === 'steering',
			member: office !== null && (member !== null || inGroups.has(personId))
		})
	}));
}

/** The participants who stay inside. */
export async function listInsiders(db: Reader, tenantId: string, sessionId: string): Promise<ReadonlySet<string>> {
	const places = await listPlacesBySide(db, tenantId, sessionId);
	return new Set(places.filter(({ inside }) => inside).map(({ participantId }) => participantId));
}

/** Whether one person stays inside. */
export async function isInsider(db: Reader, tenantId: string, sessionId: string, personId: string): Promise<boolean> {
	const [place] = await listPlacesBySide(db, tenantId, sessionId, personId);
	return place?.inside === true;
}
