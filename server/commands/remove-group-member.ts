import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok } from '#domain/result.ts';
import { groupMembers } from '../db/schema/processes.ts';
import { defineCommand } from './command.ts';
import { placeOfGroup } from './process-places.ts';

/** Ends somebody's membership in a group now. What she wrote stays; sessions that she leads she goes on leading. */
export const removeGroupMember = defineCommand({
	name: 'remove-group-member',
	right: 'process.manage',
	input: v.object({ groupId: v.pipe(v.string(), v.uuid()), personId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfGroup,
	async run({ tx, tenantId, announce }, { groupId, personId }) {
		await tx
			.delete(groupMembers)
			.where(
				and(eq(groupMembers.tenantId, tenantId), eq(groupMembers.groupId, groupId), eq(groupMembers.personId, personId))
			);
		announce({ kind: 'access.changed', personId });
		return ok({ groupId, personId });
	},
	audit: ({ groupId, personId }) => ({ entity: 'group', entityId: groupId, facts: { personId } })
});
