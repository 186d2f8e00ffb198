import * as v from 'valibot';
import { commentLimits } from '#domain/comments/comment.ts';
import { ok, refuse } from '#domain/result.ts';
import { countAnswers } from '../db/repositories/comments.ts';
import { auditOf, placeOfWritten } from './checkpoint-places.ts';
import { defineCommand } from './command.ts';
import { holdThread, ofPin, ofTextThread, said, say, showThread, wordsToKeep } from './threads.ts';

/** Answers in a thread of comments that is not settled. */
export const answerThread = defineCommand({
	name: 'answer-thread',
	right: 'comment.say',
	input: v.union([v.object({ ...ofPin, ...said }), v.object({ ...ofTextThread, ...said })]),
	place: placeOfWritten,
	async run(ctx, input) {
		const thread = await holdThread(ctx, input);
		if (!thread.ok) return thread;
		const { id, settledAt } = thread.value;
		if (settledAt !== null) return refuse({ code: 'comment.settled' });
		const words = await wordsToKeep(ctx, input);
		if (!words.ok) return words;
		if ((await countAnswers(ctx.tx, ctx.tenantId, id)) >= commentLimits.answers)
			return refuse({ code: 'comment.too-many', limit: commentLimits.answers });
		const answerId = await say(ctx, id, words.value);
		await showThread(ctx, id);
		return ok({ answerId });
	},
	audit: (input, { answerId }) => ({ ...auditOf(input), facts: { answerId } })
});
