import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok } from '#domain/result.ts';
import { actionSpaces } from '../db/schema/synthesis.ts';
import { actionSpaceHere, placeOfActionSpace } from './action-spaces.ts';
import { defineCommand } from './command.ts';

/**
 * Takes an action space away or brings it back with everything that lay in it. Its topics are not removed: those that lie in no
 * other space are open again.
 */
export const removeActionSpace = defineCommand({
	name: 'remove-action-space',
	right: 'synthesis.write',
	input: v.object({ actionSpaceId: v.pipe(v.string(), v.uuid()), removed: v.optional(v.boolean(), true) }),
	place: placeOfActionSpace,
	async run(ctx, { actionSpaceId, removed }) {
		const found = await actionSpaceHere(ctx, actionSpaceId);
		if (!found.ok) return found;
		const { processId } = ctx.place;
		invariant(processId, 'an action space lies in a process');
		await ctx.tx
			.update(actionSpaces)
			.set({ removedAt: removed ? ctx.now : null })
			.where(and(eq(actionSpaces.tenantId, ctx.tenantId), eq(actionSpaces.id, actionSpaceId)));
		ctx.announce({ kind: 'process.changed', processId });
		return ok({ actionSpaceId, title: found.value.title, removed });
	},
	audit: ({ actionSpaceId, removed }) => ({ entity: 'action-space', entityId: actionSpaceId, facts: { removed } })
});
