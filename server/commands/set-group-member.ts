import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { isDay } from '#domain/day.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { checkMembership, groupRoles } from '#domain/processes/membership.ts';
import { findGroup, listColleagues, todayOfTenant } from '../db/repositories/groups.ts';
import { tenants } from '../db/schema/organisation.ts';
import { groupMembers } from '../db/schema/processes.ts';
import { defineCommand } from './command.ts';
import { placeOfGroup } from './process-places.ts';
import { leadOpenSessions } from './session-facilitators.ts';

/**
 * Takes a colleague into a group from today, or changes what she is there and until when. Whoever moderates a group
 * also leads its sessions that have not ended.
 */
export const setGroupMember = defineCommand({
	name: 'set-group-member',
	right: 'process.manage',
	input: v.object({
		groupId: v.pipe(v.string(), v.uuid()),
		personId: v.pipe(v.string(), v.uuid()),
		role: v.picklist(groupRoles),
		until: v.optional(v.nullable(v.pipe(v.string(), v.check(isDay))), null)
	}),
	place: placeOfGroup,
	async run(ctx, { groupId, personId, role, until }) {
		const { tx, tenantId } = ctx;
		const group = await findGroup(tx, tenantId, groupId);
		invariant(group, 'the place is a group');
		const colleagues = await listColleagues(tx, tenantId);
		if (!colleagues.some((one) => one.personId === personId))
			return refuse({ code: 'thing.not-found', kind: 'person' });
		const [today] = await tx
			.select({ day: sql<string>`${todayOfTenant}::text` })
			.from(tenants)
			.where(eq(tenants.id, tenantId));
		const [before] = await tx
			.select()
			.from(groupMembers)
			.where(
				and(eq(groupMembers.tenantId, tenantId), eq(groupMembers.groupId, groupId), eq(groupMembers.personId, personId))
			);
		const member = { role, since: before?.since ?? today!.day, until };
		const allowed = checkMembership({ ...member, since: today!.day });
		if (!allowed.ok) return allowed;
		const { tenantId: ofTenant, groupId: ofGroup, personId: ofPerson } = groupMembers;
		await tx
			.insert(groupMembers)
			.values({ tenantId, groupId, personId, ...member })
			.onConflictDoUpdate({ target: [ofTenant, ofGroup, ofPerson], set: member });
		if (role === 'facilitator') await leadOpenSessions(ctx, group, personId);
		ctx.announce({ kind: 'access.changed', personId });
		return ok({ groupId, personId });
	},
	audit: ({ groupId, personId, role, until }) => ({
		entity: 'group',
		entityId: groupId,
		facts: { personId, role, until }
	})
});
