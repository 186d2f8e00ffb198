import * as v from 'valibot';
import { ok } from '#domain/result.ts';
import { placeOfWritten } from './checkpoint-places.ts';
import { defineCommand } from './command.ts';
import { holdThread, ofThread, settle } from './threads.ts';

/** Says that a thread of comments is settled, or opens it again. */
export const settleThread = defineCommand({
	name: 'settle-thread',
	right: 'board.comment',
	input: v.object({ ...ofThread, settled: v.boolean() }),
	place: placeOfWritten,
	async run(ctx, { boardId, elementId, settled }) {
		const thread = await holdThread(ctx, { boardId, elementId });
		if (!thread.ok) return thread;
		await settle(ctx, thread.value.id, settled);
		return ok({ threadId: thread.value.id });
	},
	audit: ({ boardId, settled }, { threadId }) => ({
		entity: 'board',
		entityId: boardId,
		facts: { threadId, settled }
	})
});
