import * as v from 'valibot';
import { restoreBoard } from '#board/operations/restore-board.ts';
import { ok, type Result } from '#domain/result.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { restoreBody } from '#text/restore-body.ts';
import { pastText } from '../past.ts';
import { auditOf, ofBoard, ofText, placeOfWritten, type Written } from './checkpoint-places.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { markBefore, returnBoard } from './earlier-states.ts';

const which = { checkpointId: v.pipe(v.string(), v.uuid()) };

/**
 * Brings a board or text back to an earlier state, for everybody who has it open. Nothing of its history is rewritten: the state
 * before is marked itself, and bringing that one back undoes the return.
 */
export const restoreCheckpoint = defineCommand({
	name: 'restore-checkpoint',
	right: 'checkpoint.restore',
	input: v.union([v.object({ ...ofBoard, ...which }), v.object({ ...ofText, ...which })]),
	place: placeOfWritten,
	async run(ctx, input) {
		const before = await markBefore(ctx, input, input);
		if (!before.ok) return before;
		const done = await restore(ctx, input, input.checkpointId);
		if (!done.ok) return done;
		if (ctx.place.sessionId) ctx.announce({ kind: 'session.changed', sessionId: ctx.place.sessionId });
		return ok({ checkpointId: before.value });
	},
	audit: (input, { checkpointId }) => ({
		...auditOf(input),
		facts: { restored: input.checkpointId, before: checkpointId }
	})
});

async function restore(ctx: Context, written: Written, checkpointId: string): Promise<Result<void>> {
	if ('textId' in written) {
		const then = await pastText(ctx.tx, written.textId, checkpointId);
		const name = formatDocumentName({ kind: 'text', id: written.textId });
		return ctx.changeDocuments([name], (docOf) => ok(restoreBody(docOf(name), then)));
	}
	return returnBoard(ctx, written.boardId, checkpointId, (way, origin) => ok(restoreBoard(way, origin)));
}
