import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { actionSpaces } from '../db/schema/synthesis.ts';
import { actionSpaceHere, placeOfActionSpace, requireTitle, spaceDefinition, spaceTitle } from './action-spaces.ts';
import { defineCommand } from './command.ts';

/**
 * Changes the name and the definition of an action space. `before` is what the author saw when she began to write: if somebody
 * else has changed it since, hers is refused, so that nobody's words are lost unseen.
 */
export const changeActionSpace = defineCommand({
	name: 'change-action-space',
	right: 'synthesis.write',
	input: v.object({
		actionSpaceId: v.pipe(v.string(), v.uuid()),
		title: spaceTitle,
		definition: spaceDefinition,
		before: v.object({ title: v.string(), definition: v.string() })
	}),
	place: placeOfActionSpace,
	async run(ctx, { actionSpaceId, title: typed, definition, before }) {
		const title = requireTitle(typed);
		if (!title.ok) return title;
		const found = await actionSpaceHere(ctx, actionSpaceId);
		if (!found.ok) return found;
		const { processId } = ctx.place;
		invariant(processId, 'an action space lies in a process');
		if (found.value.title !== before.title || found.value.definition !== before.definition)
			return refuse({ code: 'thing.changed-meanwhile', kind: 'action-space' });
		await ctx.tx
			.update(actionSpaces)
			.set({ title: title.value, definition })
			.where(and(eq(actionSpaces.tenantId, ctx.tenantId), eq(actionSpaces.id, actionSpaceId)));
		ctx.announce({ kind: 'process.changed', processId });
		return ok({ actionSpaceId });
	},
	audit: ({ actionSpaceId }) => ({ entity: 'action-space', entityId: actionSpaceId })
});
