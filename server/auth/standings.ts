import { and, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { may, type Standing } from '#domain/rights/rights.ts';
import type { Database, Transaction } from '../db/database.ts';
import { listProcessesOfMember } from '../db/repositories/groups.ts';
import { findPause } from '../db/repositories/pauses.ts';
import { budgetDepartments } from '../db/schema/budgets.ts';
import { groupRoomMembers, groupRooms } from '../db/schema/group-rooms.ts';
import { processMembers, textDrafters, texts } from '../db/schema/processes.ts';
import { liveSessions, participants } from '../db/schema/sessions.ts';
import type { Actor } from './actor.ts';
import { isInsider } from './insiders.ts';

/** The things from which a standing can follow; what is left out gives none. */
export interface Setting {
	tenantId: string;
	processId?: string;
	sessionId?: string;
	/** The thing was made while the session was not public: of its people, only those who stay inside then have a standing. */
	nonPublic?: boolean;
	/** It can only be read at this moment, because of what is or was not public. */
	rests?: boolean;
	textId?: string;
	/** A department in a joint budget. */
	department?: { budgetId: string; bodyId: string };
	/** The room of a group. Then nothing else gives a standing: no office, no process, no session. */
	groupRoomId?: string;
}

/**
 * In what standings somebody meets a thing. Somebody of another organisation has none: the thing does not exist for
 * her. Removed participants have none in their session, and who waits to be let in has none but that. While a session is not public, its
 * public is outside: from there nothing else follows, not even from what somebody has drafted before. Where the process of the thing
 * rests, that is among them.
 */
export async function standingsOf(tx: Database | Transaction, actor: Actor, at: Setting): Promise<Set<Standing>> {
	const held = new Set<Standing>(['anyone']);
	if (await findPause(tx, at)) held.add('in-pause');
	if (actor.kind === 'anonymous' || actor.tenantId !== at.tenantId) return held;
	if (at.groupRoomId) {
		for (const standing of await standingsInRoom(tx, actor, at.groupRoomId)) held.add(standing);
		return held;
	}
	const { personId, tenantId } = actor;
	if (actor.role !== 'guest') held.add('member');
	if (actor.role === 'admin' || actor.role === 'steering') held.add(actor.role);

	if (at.processId) {
		const [found] = await tx
			.select({ role: processMembers.role })
			.from(processMembers)
			.where(
				and(
					eq(processMembers.tenantId, tenantId),
					eq(processMembers.processId, at.processId),
					eq(processMembers.personId, personId)
				)
			);
		if (found || (await listProcessesOfMember(tx, tenantId, personId)).includes(at.processId))
			held.add('process-member');
		if (found?.role === 'lead') held.add('process-lead');
	}
	const publicity = at.sessionId
		? await standInSession(tx, held, { ...at, personId, sessionId: at.sessionId })
		: 'open';
	if (at.textId && publicity === 'open') {
		const [found] = await tx
			.select({ personId: textDrafters.personId })
			.from(textDrafters)
			.where(
				and(
					eq(textDrafters.tenantId, tenantId),
					eq(textDrafters.textId, at.textId),
					eq(textDrafters.personId, personId)
				)
			);
		if (found) held.add('drafter');
	}
	if (at.department) {
		const { budgetId, bodyId } = at.department;
		const [found] = await tx
			.select({ headId: budgetDepartments.headId })
			.from(budgetDepartments)
			.where(
				and(
					eq(budgetDepartments.tenantId, tenantId),
					eq(budgetDepartments.budgetId, budgetId),
					eq(budgetDepartments.bodyId, bodyId)
				)
			);
		if (found?.headId === personId) held.add('department-head');
	}
	return held;
}

/** What somebody is in a session. Answers whether the thing is shut to her, although she takes part. */
async function standInSession(
	tx: Database | Transaction,
	held: Set<Standing>,
	{ tenantId, personId, sessionId, nonPublic = false }: Setting & { personId: string; sessionId: string }
): Promise<'open' | 'shut'> {
	const [found] = await tx
		.select({ place: participants, nonPublicPartId: liveSessions.nonPublicPartId })
		.from(liveSessions)
		.leftJoin(
			participants,
			and(
				eq(participants.tenantId, liveSessions.tenantId),
				eq(participants.sessionId, liveSessions.id),
				eq(participants.personId, personId),
				isNull(participants.removedAt)
			)
		)
		.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, sessionId)));
	const closed = found?.nonPublicPartId != null;
	const place = found?.place;
	if (place?.waitingSince) held.add('waiting');
	if (!place || place.waitingSince) return (closed || nonPublic) && !may(held, 'process.read') ? 'shut' : 'open';
	if ((closed || nonPublic) && !(await isInsider(tx, tenantId, sessionId, personId))) {
		if (closed) held.add('outside');
		return 'shut';
	}
	held.add(place.role === 'participant' && place.mutedAt ? 'muted' : place.role);
	if (place.mayLeadSince) held.add('co-facilitator');
	return 'open';
}

/** Who is not in the room of a group has no standing there, an administrator as little as anybody. */
async function standingsInRoom(
	tx: Database | Transaction,
	actor: Extract<Actor, { kind: 'person' }>,
	roomId: string
): Promise<Standing[]> {
	const { tenantId, personId } = actor;
	const [found] = await tx
		.select({ openedBy: groupRooms.openedBy })
		.from(groupRoomMembers)
		.innerJoin(
			groupRooms,
			and(eq(groupRooms.tenantId, groupRoomMembers.tenantId), eq(groupRooms.textId, groupRoomMembers.textId))
		)
		.where(
			and(
				eq(groupRoomMembers.tenantId, tenantId),
				eq(groupRoomMembers.textId, roomId),
				eq(groupRoomMembers.personId, personId)
			)
		);
	if (!found || (await isRoomShut(tx, actor, roomId))) return [];
	return found.openedBy === personId ? ['room-opener', 'room-member'] : ['room-member'];
}

/** Whether a room holds words of a text that was begun behind closed doors, and somebody was not to stay inside. */
async function isRoomShut(tx: Database | Transaction, actor: Actor, roomId: string): Promise<boolean> {
	const room = alias(texts, 'room');
	const [original] = await tx
		.select({ processId: texts.processId, sessionId: texts.sessionId, partId: texts.nonPublicPartId })
		.from(texts)
		.innerJoin(room, and(eq(room.tenantId, texts.tenantId), eq(room.roomOf, texts.id)))
		.where(eq(room.id, roomId));
	if (!original?.partId || original.sessionId === null || actor.kind === 'anonymous') return false;
	const { processId, sessionId } = original;
	return !may(
		await standingsOf(tx, actor, { tenantId: actor.tenantId, processId, sessionId, nonPublic: true }),
		'text.read'
	);
}

/** Whether the thing is one that somebody in these standings must not even know of. */
export const isHiddenFrom = (held: ReadonlySet<Standing>, at: Setting): boolean =>
	at.groupRoomId !== undefined && !held.has('room-member');
