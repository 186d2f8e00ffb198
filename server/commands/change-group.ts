import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { colours } from '#board/colours.ts';
import { isDay } from '#domain/day.ts';
import { ok } from '#domain/result.ts';
import { processGroups } from '../db/schema/processes.ts';
import { defineCommand } from './command.ts';
import { placeOfGroup } from './process-places.ts';

/** Changes where a group meets, its colour and its last day. Only what is named changes. */
export const changeGroup = defineCommand({
	name: 'change-group',
	right: 'process.manage',
	input: v.object({
		groupId: v.pipe(v.string(), v.uuid()),
		room: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(120))),
		colour: v.optional(v.picklist(colours)),
		endsOn: v.optional(v.nullable(v.pipe(v.string(), v.check(isDay))))
	}),
	place: placeOfGroup,
	async run({ tx, tenantId, announce }, { groupId, ...changes }) {
		if (Object.keys(changes).length > 0)
			await tx
				.update(processGroups)
				.set(changes)
				.where(and(eq(processGroups.tenantId, tenantId), eq(processGroups.id, groupId)));
		if (changes.endsOn !== undefined) announce({ kind: 'access.changed' });
		return ok({ groupId });
	},
	audit: ({ groupId, ...changes }) => ({
		entity: 'group',
		entityId: groupId,
		facts: { changed: Object.keys(changes).sort().join(' ') }
	})
});
