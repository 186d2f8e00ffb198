import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { can } from '#domain/rights/rights.ts';
import { ok, refuse } from '#domain/result.ts';
import { standingsOf } from '../auth/standings.ts';
import { commentAnswers } from '../db/schema/comments.ts';
import { placeOfWritten } from './checkpoint-places.ts';
import { defineCommand } from './command.ts';
import { holdThread, ofThread, showOnPin } from './threads.ts';

/** Takes the words of an answer away for good: everybody her own, and whoever leads also those of others. */
export const removeAnswer = defineCommand({
	name: 'remove-answer',
	right: 'board.comment',
	input: v.object({ ...ofThread, answerId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfWritten,
	async run(ctx, { boardId, elementId, answerId }) {
		const { tx, tenantId, now, actor, place, personId } = ctx;
		const thread = await holdThread(ctx, { boardId, elementId });
		if (!thread.ok) return thread;
		const threadId = thread.value.id;
		const one = and(
			eq(commentAnswers.tenantId, tenantId),
			eq(commentAnswers.threadId, threadId),
			eq(commentAnswers.id, answerId)
		);
		const [answer] = await tx.select().from(commentAnswers).where(one);
		if (!answer) return refuse({ code: 'thing.not-found', kind: 'answer' });
		const allowed = can(await standingsOf(tx, actor, place), 'comment.remove');
		if (answer.personId !== personId && !allowed.ok) return allowed;
		await tx.update(commentAnswers).set({ text: '', removedAt: now }).where(one);
		await showOnPin(ctx, threadId);
		return ok({ answerId });
	},
	audit: ({ boardId }, { answerId }) => ({ entity: 'board', entityId: boardId, facts: { answerId } })
});
