import * as v from 'valibot';
import { can } from '#domain/rights/rights.ts';
import { ok, type Result } from '#domain/result.ts';
import { standingsOf } from '../auth/standings.ts';
import { beginnerOf } from '../db/repositories/comments.ts';
import { auditOf, placeOfWritten } from './checkpoint-places.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { holdThread, ofPin, ofTextThread, settle } from './threads.ts';

const which = { settled: v.boolean() };

/** Says that a thread of comments is settled, or opens it again. About a text that is for who began it or writes the text. */
export const settleThread = defineCommand({
	name: 'settle-thread',
	right: 'comment.say',
	input: v.union([v.object({ ...ofPin, ...which }), v.object({ ...ofTextThread, ...which })]),
	place: placeOfWritten,
	async run(ctx, input) {
		const thread = await holdThread(ctx, input);
		if (!thread.ok) return thread;
		const { id } = thread.value;
		const allowed = 'textId' in input ? await maySettle(ctx, id) : ok();
		if (!allowed.ok) return allowed;
		await settle(ctx, id, input.settled);
		return ok({ threadId: id });
	},
	audit: (input, { threadId }) => ({ ...auditOf(input), facts: { threadId, settled: input.settled } })
});

async function maySettle({ tx, tenantId, actor, place, personId }: Context, threadId: string): Promise<Result<void>> {
	if ((await beginnerOf(tx, tenantId, threadId)) === personId) return ok();
	return can(await standingsOf(tx, actor, place), 'text.write');
}
