import { and, eq, inArray } from 'drizzle-orm';
import { can } from '#domain/rights/rights.ts';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import type { Doc } from '#domain/texts/doc.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { blocksOfSection } from '#text/group-room/section.ts';
import type { RoomMemory } from '#text/group-room/room-changes.ts';
import { readBody } from '#text/read-body.ts';
import { standingsOf } from '../auth/standings.ts';
import type { Transaction } from '../db/database.ts';
import {
	holdGroupRoom,
	listRoomMembers,
	removeRoomMembers,
	rewordingsOfRoom,
	type GroupRoom
} from '../db/repositories/group-rooms.ts';
import { findText, holdText, type LiveText } from '../db/repositories/texts.ts';
import { commentAnswers, commentThreads } from '../db/schema/comments.ts';
import { documents } from '../db/schema/documents.ts';
import { groupRoomMembers, groupRooms } from '../db/schema/group-rooms.ts';
import { texts } from '../db/schema/processes.ts';
import type { Context } from './context.ts';
import { settingOfText } from './text-places.ts';

/** A room that a command holds, with what it knows about its live text and what both say at this moment. */
export interface HeldRoom {
	room: GroupRoom;
	original: LiveText;
	memory: RoomMemory;
	body: Doc;
}

/** Holds a room and its live text, for a member who may still suggest there: who lost that right learns nothing of the text any more. */
export async function holdRoom(ctx: Context, textId: string): Promise<Result<HeldRoom>> {
	const { tx, tenantId, actor } = ctx;
	const text = await findText(tx, textId);
	invariant(text?.roomOf, 'only members of a room come here');
	const original = await holdText(tx, tenantId, text.roomOf);
	const room = await holdGroupRoom(tx, tenantId, textId);
	if (!original || !room) return refuse({ code: 'thing.not-found', kind: 'text' });
	const allowed = can(await standingsOf(tx, actor, settingOfText(original)), 'text.suggest');
	if (!allowed.ok) return allowed;
	const now = blocksOfSection(await bodyOf(ctx, original.id), room.headingId);
	const handedIn = await rewordingsOfRoom(tx, { tenantId, originalId: original.id, roomId: textId });
	const memory = { base: room.base, handedIn, original: now };
	return ok({ room, original, memory, body: await bodyOf(ctx, textId) });
}

/** What a text says in this transaction. */
export async function bodyOf(ctx: Context, textId: string): Promise<Doc> {
	const live = await ctx.readDocument(formatDocumentName({ kind: 'text', id: textId }));
	const body = readBody(live);
	live.destroy();
	return body;
}

/**
 * Takes somebody out of a room; her screens close. Where she has opened it, whoever has been in it longest now says who is in it. With the
 * last one the room goes, with everything that was written in it: nobody could read it any more. Returns whether it went.
 */
export async function takeOut(ctx: Context, roomId: string, personId: string): Promise<boolean> {
	const { tx, tenantId } = ctx;
	const room = await holdGroupRoom(tx, tenantId, roomId);
	await removeRoomMembers(tx, { tenantId, textId: roomId }, [personId]);
	ctx.announce({ kind: 'access.changed', documentPrefix: formatDocumentName({ kind: 'text', id: roomId }) });
	const [eldest] = await listRoomMembers(tx, tenantId, roomId);
	if (!eldest) {
		await removeGroupRooms(tx, tenantId, [roomId]);
		return true;
	}
	if (room?.openedBy === personId)
		await tx
			.update(groupRooms)
			.set({ openedBy: eldest.personId })
			.where(and(eq(groupRooms.tenantId, tenantId), eq(groupRooms.textId, roomId)));
	ctx.announce({ kind: 'text.changed', textId: roomId });
	return false;
}

/** Removes rooms with all that was written and said in them. What they have handed in belongs to the live text and stays. */
export async function removeGroupRooms(tx: Transaction, tenantId: string, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	const inRooms = and(eq(commentThreads.tenantId, tenantId), inArray(commentThreads.textId, [...ids]));
	const threads = tx.select({ id: commentThreads.id }).from(commentThreads).where(inRooms);
	await tx
		.delete(commentAnswers)
		.where(and(eq(commentAnswers.tenantId, tenantId), inArray(commentAnswers.threadId, threads)));
	await tx.delete(commentThreads).where(inRooms);
	for (const table of [groupRoomMembers, groupRooms])
		await tx.delete(table).where(and(eq(table.tenantId, tenantId), inArray(table.textId, [...ids])));
	await tx.delete(texts).where(and(eq(texts.tenantId, tenantId), inArray(texts.id, [...ids])));
	await tx.delete(documents).where(
		inArray(
			documents.name,
			ids.map((id) => formatDocumentName({ kind: 'text', id }))
		)
	);
}
