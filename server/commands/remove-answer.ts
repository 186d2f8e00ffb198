import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { can } from '#domain/rights/rights.ts';
import { ok, refuse } from '#domain/result.ts';
import { standingsOf } from '../auth/standings.ts';
import { commentAnswers } from '../db/schema/comments.ts';
import { auditOf, placeOfWritten } from './checkpoint-places.ts';
import { defineCommand } from './command.ts';
import { holdThread, ofPin, ofTextThread, showThread } from './threads.ts';

const which = { answerId: v.pipe(v.string(), v.uuid()) };

/** Takes the words of an answer away for good: everybody her own, and whoever leads or may freeze the text also those of others. */
export const removeAnswer = defineCommand({
	name: 'remove-answer',
	right: 'comment.say',
	input: v.union([v.object({ ...ofPin, ...which }), v.object({ ...ofTextThread, ...which })]),
	place: placeOfWritten,
	async run(ctx, input) {
		const { tx, tenantId, now, actor, place, personId } = ctx;
		const { answerId } = input;
		const thread = await holdThread(ctx, input);
		if (!thread.ok) return thread;
		const threadId = thread.value.id;
		const one = and(
			eq(commentAnswers.tenantId, tenantId),
			eq(commentAnswers.threadId, threadId),
			eq(commentAnswers.id, answerId)
		);
		const [answer] = await tx.select().from(commentAnswers).where(one);
		if (!answer) return refuse({ code: 'thing.not-found', kind: 'answer' });
		const ofOthers = 'textId' in input ? 'text.freeze' : 'comment.remove';
		const allowed = can(await standingsOf(tx, actor, place), ofOthers);
		if (answer.personId !== personId && !allowed.ok) return allowed;
		await tx.update(commentAnswers).set({ text: '', mentions: [], removedAt: now }).where(one);
		await showThread(ctx, threadId);
		return ok({ answerId });
	},
	audit: (input, { answerId }) => ({ ...auditOf(input), facts: { answerId } })
});
