import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { listActionSpaces } from '../db/repositories/synthesis.ts';
import { processes } from '../db/schema/processes.ts';
import { actionSpaces } from '../db/schema/synthesis.ts';
import { actionSpaceLimit, requireTitle, spaceDefinition, spaceTitle } from './action-spaces.ts';
import { defineCommand } from './command.ts';
import { placeOfProcess } from './process-places.ts';

/** Adds an action space (Aktionsraum) at the end. */
export const addActionSpace = defineCommand({
	name: 'add-action-space',
	right: 'synthesis.write',
	input: v.object({
		processId: v.pipe(v.string(), v.uuid()),
		title: spaceTitle,
		definition: v.optional(spaceDefinition, '')
	}),
	place: placeOfProcess,
	async run(ctx, { processId, title: typed, definition }) {
		const { tx, tenantId, now: createdAt } = ctx;
		const title = requireTitle(typed);
		if (!title.ok) return title;
		await tx
			.select({ id: processes.id })
			.from(processes)
			.where(and(eq(processes.tenantId, tenantId), eq(processes.id, processId)))
			.for('update');
		const present = await listActionSpaces(tx, tenantId, processId);
		if (present.length >= actionSpaceLimit) return refuse({ code: 'action-space.too-many', limit: actionSpaceLimit });
		const actionSpaceId = ctx.newId();
		const [highest] = await tx
			.select({ position: sql<number>`coalesce(max(${actionSpaces.position}), -1)`.mapWith(Number) })
			.from(actionSpaces)
			.where(and(eq(actionSpaces.tenantId, tenantId), eq(actionSpaces.processId, processId)));
		const position = (highest?.position ?? -1) + 1;
		await tx
			.insert(actionSpaces)
			.values({ tenantId, id: actionSpaceId, processId, position, title: title.value, definition, createdAt });
		ctx.announce({ kind: 'process.changed', processId });
		return ok({ actionSpaceId });
	},
	audit: ({ processId }, { actionSpaceId }) => ({
		entity: 'action-space',
		entityId: actionSpaceId,
		facts: { processId }
	})
});
