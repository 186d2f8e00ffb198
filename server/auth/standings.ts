import { and, eq, isNull } from 'drizzle-orm';
import type { Standing } from '#domain/rights/rights.ts';
import type { Database, Transaction } from '../db/database.ts';
import { listProcessesOfMember } from '../db/repositories/groups.ts';
import { findPause } from '../db/repositories/pauses.ts';
import { budgetDepartments } from '../db/schema/budgets.ts';
import { groupRoomMembers, groupRooms } from '../db/schema/group-rooms.ts';
import { processMembers, textDrafters } from '../db/schema/processes.ts';
import { participants } from '../db/schema/sessions.ts';
import type { Actor } from './actor.ts';

/** The things from which a standing can follow; what is left out gives none. */
export interface Setting {
	tenantId: string;
	processId?: string;
	sessionId?: string;
	textId?: string;
	/** A department in a joint budget. */
	department?: { budgetId: string; bodyId: string };
	/** The room of a group. Then nothing else gives a standing: no office, no process, no session. */
	groupRoomId?: string;
}

/**
 * In what standings somebody meets a thing. Somebody of another organisation has none: the thing does not exist for
 * her. Removed participants have none in their session, and who waits to be let in has none but that. Where the process of the thing
 * rests, that is among them.
 */
export async function standingsOf(tx: Database | Transaction, actor: Actor, at: Setting): Promise<Set<Standing>> {
	const held = new Set<Standing>(['anyone']);
	if (await findPause(tx, at)) held.add('in-pause');
	if (actor.kind === 'anonymous' || actor.tenantId !== at.tenantId) return held;
	const { personId, tenantId } = actor;
	if (at.groupRoomId) {
		for (const standing of await standingsInRoom(tx, { tenantId, personId, roomId: at.groupRoomId }))
			held.add(standing);
		return held;
	}
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
	if (at.sessionId) {
		const [found] = await tx
			.select({
				role: participants.role,
				mutedAt: participants.mutedAt,
				waitingSince: participants.waitingSince,
				mayLeadSince: participants.mayLeadSince
			})
			.from(participants)
			.where(
				and(
					eq(participants.tenantId, tenantId),
					eq(participants.sessionId, at.sessionId),
					eq(participants.personId, personId),
					isNull(participants.removedAt)
				)
			);
		if (found?.waitingSince) held.add('waiting');
		else if (found) held.add(found.role === 'participant' && found.mutedAt ? 'muted' : found.role);
		if (found?.mayLeadSince && !found.waitingSince) held.add('co-facilitator');
	}
	if (at.textId) {
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

/** Who is not in the room of a group has no standing there, an administrator as little as anybody. */
async function standingsInRoom(
	tx: Database | Transaction,
	{ tenantId, personId, roomId }: { tenantId: string; personId: string; roomId: string }
): Promise<Standing[]> {
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
	if (!found) return [];
	return found.openedBy === personId ? ['room-opener', 'room-member'] : ['room-member'];
}

/** Whether the thing is one that somebody in these standings must not even know of. */
export const isHiddenFrom = (held: ReadonlySet<Standing>, at: Setting): boolean =>
	at.groupRoomId !== undefined && !held.has('room-member');
