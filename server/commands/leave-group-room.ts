import * as v from 'valibot';
import { invariant, ok } from '#domain/result.ts';
import { defineCommand } from './command.ts';
import { takeOut } from './group-rooms.ts';
import { idInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/** Leaves the room of a group. Whoever leaves as the last one takes the room with her. */
export const leaveGroupRoom = defineCommand({
	name: 'leave-group-room',
	right: 'group-room.use',
	input: v.object({ textId: idInput }),
	place: placeOfText,
	async run(ctx, { textId }) {
		invariant(ctx.personId, 'only a member leaves');
		return ok({ removed: await takeOut(ctx, textId, ctx.personId) });
	},
	audit: ({ textId }, { removed }) => ({ entity: 'text', entityId: textId, facts: { removed } })
});
