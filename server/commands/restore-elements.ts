import * as v from 'valibot';
import { isElementId } from '#board/ids.ts';
import { restorePart } from '#board/operations/restore-part.ts';
import { ok } from '#domain/result.ts';
import { limits } from '#protocol/limits.ts';
import { auditOf, ofBoard, placeOfWritten } from './checkpoint-places.ts';
import { defineCommand } from './command.ts';
import { markBefore, returnBoard } from './earlier-states.ts';

const ids = v.pipe(v.array(v.custom<string>(isElementId, 'id')), v.minLength(1), v.maxLength(limits.restoredElements));

/**
 * Brings some elements of a board back to what they were, in their place, and leaves everything else as it is. As with a whole state,
 * the state before is marked, and bringing that one back undoes it.
 */
export const restoreElements = defineCommand({
	name: 'restore-elements',
	right: 'checkpoint.restore',
	input: v.object({ ...ofBoard, checkpointId: v.pipe(v.string(), v.uuid()), elements: ids }),
	place: placeOfWritten,
	async run(ctx, { boardId, checkpointId, elements }) {
		const part = new Set(elements).size;
		const before = await markBefore(ctx, { boardId }, { checkpointId, part });
		if (!before.ok) return before;
		const done = await returnBoard(ctx, boardId, checkpointId, (way, origin) => restorePart(way, elements, origin));
		if (!done.ok) return done;
		if (ctx.place.sessionId) ctx.announce({ kind: 'session.changed', sessionId: ctx.place.sessionId });
		return ok({ checkpointId: before.value, restored: part });
	},
	audit: (input, { checkpointId, restored }) => ({
		...auditOf(input),
		facts: { restored: input.checkpointId, before: checkpointId, elements: restored }
	})
});
