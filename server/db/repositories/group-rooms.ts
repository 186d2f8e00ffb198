import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Rewording } from '#text/rewordings/rewording.ts';
import type { Database, Transaction } from '../database.ts';
import { groupRoomMembers, groupRooms } from '../schema/group-rooms.ts';
import { bodies, people } from '../schema/organisation.ts';
import { groupMembers, processGroups, texts } from '../schema/processes.ts';
import { textSuggestions } from '../schema/suggestions.ts';

type Reader = Database | Transaction;

/** The room of a group, without what is written in it. */
export type GroupRoom = typeof groupRooms.$inferSelect;

/** A room by its text and the live text that it is a copy of. */
interface RoomAtText {
	tenantId: string;
	originalId: string;
	roomId: string;
}

/** The room that a text is, or null. */
export async function findGroupRoom(db: Reader, tenantId: string, textId: string): Promise<GroupRoom | null> {
	const [found] = await db
		.select()
		.from(groupRooms)
		.where(ofRoom(groupRooms, tenantId, textId));
	return found ?? null;
}

/** The same, held until the transaction ends: whoever hands in, takes over or changes who is in it takes this. */
export async function holdGroupRoom(tx: Transaction, tenantId: string, textId: string): Promise<GroupRoom | null> {
	const [found] = await tx
		.select()
		.from(groupRooms)
		.where(ofRoom(groupRooms, tenantId, textId))
		.for('update');
	return found ?? null;
}

/** Who is in a room, the longest there first, those who came together by name; erased people are in none. */
export async function listRoomMembers(
	db: Reader,
	tenantId: string,
	textId: string
): Promise<{ personId: string; name: string }[]> {
	const found = await db
		.select({ personId: people.id, name: people.name })
		.from(groupRoomMembers)
		.innerJoin(people, and(eq(people.tenantId, groupRoomMembers.tenantId), eq(people.id, groupRoomMembers.personId)))
		.where(ofRoom(groupRoomMembers, tenantId, textId))
		.orderBy(asc(groupRoomMembers.since), asc(people.name), asc(people.id));
	return found.map(({ personId, name }) => ({ personId, name: name ?? '' }));
}

/** The rooms at a live text that somebody is in, the newest first. */
export async function listRoomsOfMember(
	db: Reader,
	{ tenantId, originalId, personId }: { tenantId: string; originalId: string; personId: string }
): Promise<{ id: string; title: string; groupName: string }[]> {
	return db
		.select({ id: texts.id, title: texts.title, groupName: groupRooms.groupName })
		.from(groupRoomMembers)
		.innerJoin(
			groupRooms,
			and(eq(groupRooms.tenantId, groupRoomMembers.tenantId), eq(groupRooms.textId, groupRoomMembers.textId))
		)
		.innerJoin(texts, and(eq(texts.tenantId, groupRooms.tenantId), eq(texts.id, groupRooms.textId)))
		.where(
			and(
				eq(groupRoomMembers.tenantId, tenantId),
				eq(groupRoomMembers.personId, personId),
				eq(texts.roomOf, originalId)
			)
		)
		.orderBy(desc(texts.id));
}

/** In which rooms somebody is, wherever. */
export async function roomsWith(tx: Transaction, tenantId: string, personId: string): Promise<string[]> {
	const found = await tx
		.select({ id: groupRoomMembers.textId })
		.from(groupRoomMembers)
		.where(and(eq(groupRoomMembers.tenantId, tenantId), eq(groupRoomMembers.personId, personId)))
		.orderBy(asc(groupRoomMembers.textId));
	return found.map(({ id }) => id);
}

/** What a room has handed in, the last first, and what became of it. */
export function listHandedIn(db: Reader, room: RoomAtText) {
	return db
		.select({ suggestion: textSuggestions, author: people.name })
		.from(textSuggestions)
		.innerJoin(people, and(eq(people.tenantId, textSuggestions.tenantId), eq(people.id, textSuggestions.personId)))
		.where(handedInFrom(room))
		.orderBy(desc(textSuggestions.createdAt), asc(textSuggestions.id));
}

/** The other wordings that a room has handed in and nobody has taken back. */
export async function rewordingsOfRoom(db: Reader, room: RoomAtText): Promise<Rewording[]> {
	return db
		.select({ before: textSuggestions.before, after: textSuggestions.after })
		.from(textSuggestions)
		.where(and(handedInFrom(room), ne(textSuggestions.state, 'withdrawn')))
		.orderBy(asc(textSuggestions.id));
}

/** The names of the groups of a process that somebody works in. */
export async function groupNamesOf(
	db: Reader,
	tenantId: string,
	processId: string,
	personId: string
): Promise<string[]> {
	const found = await db
		.selectDistinct({ name: bodies.name })
		.from(groupMembers)
		.innerJoin(
			processGroups,
			and(eq(processGroups.tenantId, groupMembers.tenantId), eq(processGroups.id, groupMembers.groupId))
		)
		.innerJoin(bodies, and(eq(bodies.tenantId, processGroups.tenantId), eq(bodies.id, processGroups.bodyId)))
		.where(
			and(
				eq(groupMembers.tenantId, tenantId),
				eq(groupMembers.personId, personId),
				eq(processGroups.processId, processId)
			)
		)
		.orderBy(asc(bodies.name));
	return found.map(({ name }) => name);
}

/** Lets people into a room. */
export async function addRoomMembers(
	tx: Transaction,
	room: { tenantId: string; textId: string },
	personIds: readonly string[],
	since: Date
): Promise<void> {
	if (personIds.length === 0) return;
	const { tenantId, textId } = room;
	await tx.insert(groupRoomMembers).values(personIds.map((personId) => ({ tenantId, textId, personId, since })));
}

/** Takes people out of a room. */
export async function removeRoomMembers(
	tx: Transaction,
	{ tenantId, textId }: { tenantId: string; textId: string },
	personIds: readonly string[]
): Promise<void> {
	await tx
		.delete(groupRoomMembers)
		.where(and(ofRoom(groupRoomMembers, tenantId, textId), inArray(groupRoomMembers.personId, [...personIds])));
}

const handedInFrom = ({ tenantId, originalId, roomId }: RoomAtText) =>
	and(
		eq(textSuggestions.tenantId, tenantId),
		eq(textSuggestions.textId, originalId),
		eq(textSuggestions.roomId, roomId)
	);

const ofRoom = (table: typeof groupRooms | typeof groupRoomMembers, tenantId: string, textId: string) =>
	and(eq(table.tenantId, tenantId), eq(table.textId, textId));
