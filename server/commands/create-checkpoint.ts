import * as v from 'valibot';
import { ok } from '#domain/result.ts';
import { auditOf, documentsOf, mayWriteAll, ofBoard, ofText, placeOfWritten } from './checkpoint-places.ts';
import { defineCommand } from './command.ts';

const called = { name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)) };

/** Marks the present state of a board or text under a name, so that one can look at it later or bring it back. */
export const createCheckpoint = defineCommand({
	name: 'create-checkpoint',
	right: 'checkpoint.create',
	input: v.union([v.object({ ...ofBoard, ...called }), v.object({ ...ofText, ...called })]),
	place: placeOfWritten,
	async run(ctx, input) {
		const allowed = await mayWriteAll(ctx, input);
		if (!allowed.ok) return allowed;
		return ok({ checkpointId: await ctx.setCheckpoint(documentsOf(input), 'manual', { name: input.name }) });
	},
	audit: (input, { checkpointId }) => ({ ...auditOf(input), facts: { checkpointId } })
});
