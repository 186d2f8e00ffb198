import * as v from 'valibot';
import { commentLimits } from '#domain/comments/comment.ts';
import { ok, refuse } from '#domain/result.ts';
import { countAnswers } from '../db/repositories/comments.ts';
import { placeOfWritten } from './checkpoint-places.ts';
import { defineCommand } from './command.ts';
import { holdThread, ofThread, said, say, showOnPin, wordsToKeep } from './threads.ts';

/** Answers in a thread of comments that is not settled. */
export const answerThread = defineCommand({
	name: 'answer-thread',
	right: 'board.comment',
	input: v.object({ ...ofThread, ...said }),
	place: placeOfWritten,
	async run(ctx, { boardId, elementId, ...typed }) {
		const thread = await holdThread(ctx, { boardId, elementId });
		if (!thread.ok) return thread;
		const { id, settledAt } = thread.value;
		if (settledAt !== null) return refuse({ code: 'comment.settled' });
		const words = await wordsToKeep(ctx, typed);
		if (!words.ok) return words;
		if ((await countAnswers(ctx.tx, ctx.tenantId, id)) >= commentLimits.answers)
			return refuse({ code: 'comment.too-many', limit: commentLimits.answers });
		const answerId = await say(ctx, id, words.value);
		await showOnPin(ctx, id);
		return ok({ answerId });
	},
	audit: ({ boardId }, { answerId }) => ({ entity: 'board', entityId: boardId, facts: { answerId } })
});
