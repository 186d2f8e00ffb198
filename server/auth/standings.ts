import { and, eq, isNull } from 'drizzle-orm';
import type { Standing } from '#domain/rights/rights.ts';
import type { Database, Transaction } from '../db/database.ts';
import { listProcessesOfMember } from '../db/repositories/groups.ts';
import { budgetDepartments } from '../db/schema/budgets.ts';
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
}

/**
 * In what standings somebody meets a thing. Somebody of another organisation has none: the thing does not exist for
 * her. Removed participants have none in their session, and who waits to be let in has none but that.
 */
export async function standingsOf(tx: Database | Transaction, actor: Actor, at: Setting): Promise<Set<Standing>> {
	const held = new Set<Standing>(['anyone']);
	if (actor.kind === 'anonymous' || actor.tenantId !== at.tenantId) return held;
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
