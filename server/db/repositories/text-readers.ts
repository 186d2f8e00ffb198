import { and, asc, eq, inArray, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { groupRoomMembers } from '../schema/group-rooms.ts';
import { people } from '../schema/organisation.ts';
import { processMembers, textDrafters } from '../schema/processes.ts';
import { participants } from '../schema/sessions.ts';
import { listMembersOfGroups } from './groups.ts';
import type { LiveText } from './texts.ts';

type Reader = Database | Transaction;

/** Somebody who can be called or chosen by name. */
export interface NamedPerson {
	personId: string;
	name: string;
}

/**
 * Whom somebody can call in a comment on a text, by name: its drafting group, the people of its process and groups, and those of its session;
 * in the room of a group its members. Whoever reads it only by her office is not among them.
 */
export async function listTextReaders(db: Reader, text: LiveText): Promise<NamedPerson[]> {
	if (text.roomOf === null) return listCircle(db, text, ne(participants.role, 'projector'));
	const members = db
		.select({ id: groupRoomMembers.personId })
		.from(groupRoomMembers)
		.where(and(eq(groupRoomMembers.tenantId, text.tenantId), eq(groupRoomMembers.textId, text.id)));
	return listNamed(db, text.tenantId, inArray(people.id, members));
}

/** Who of those may suggest other words for a live text, by name: whom a group can ask into its room. */
export const listTextSuggesters = (db: Reader, text: LiveText): Promise<NamedPerson[]> =>
	listCircle(db, text, and(inArray(participants.role, ['facilitator', 'participant']), isNull(participants.mutedAt)));

async function listCircle(
	db: Reader,
	{ tenantId, id, processId, sessionId }: LiveText,
	inSession: SQL | undefined
): Promise<NamedPerson[]> {
	const drafters = db
		.select({ id: textDrafters.personId })
		.from(textDrafters)
		.where(and(eq(textDrafters.tenantId, tenantId), eq(textDrafters.textId, id)));
	const members = db
		.select({ id: processMembers.personId })
		.from(processMembers)
		.where(and(eq(processMembers.tenantId, tenantId), eq(processMembers.processId, processId)));
	const present = db
		.select({ id: participants.personId })
		.from(participants)
		.where(
			and(
				eq(participants.tenantId, tenantId),
				sessionId === null ? undefined : eq(participants.sessionId, sessionId),
				inSession,
				isNull(participants.removedAt),
				isNull(participants.waitingSince)
			)
		);
	const inGroups = await listMembersOfGroups(db, tenantId, processId);
	return listNamed(
		db,
		tenantId,
		or(
			inArray(people.id, drafters),
			inArray(people.id, members),
			inGroups.length === 0 ? undefined : inArray(people.id, inGroups),
			sessionId === null ? undefined : inArray(people.id, present)
		)
	);
}

async function listNamed(db: Reader, tenantId: string, wanted: SQL | undefined): Promise<NamedPerson[]> {
	const found = await db
		.select({ personId: people.id, name: people.name })
		.from(people)
		.where(and(eq(people.tenantId, tenantId), isNotNull(people.name), wanted))
		.orderBy(asc(people.id));
	const german = new Intl.Collator('de', { numeric: true });
	return found
		.map(({ personId, name }) => ({ personId, name: name ?? '' }))
		.filter(({ name }) => name !== '')
		.sort((a, b) => german.compare(a.name, b.name));
}
