import * as v from 'valibot';
import { BoardDocs } from '#board/board-docs.ts';
import { restoreBoard } from '#board/operations/restore-board.ts';
import { Origin } from '#board/shape.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { restoreBody } from '#text/restore-body.ts';
import { findCheckpoint, type Checkpoint } from '../db/repositories/checkpoints.ts';
import { pseudonymIn } from '../db/repositories/boards.ts';
import { pastBoard, pastText } from '../past.ts';
import { changeBoard } from './boards.ts';
import {
	auditOf,
	documentsOf,
	mayWriteAll,
	ofBoard,
	ofText,
	placeOfWritten,
	type Written
} from './checkpoint-places.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { keepCardsOff } from './hidden-cards.ts';

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
		const allowed = await mayWriteAll(ctx, input);
		if (!allowed.ok) return allowed;
		const names = documentsOf(input);
		const checkpoint = await findCheckpoint(ctx.tx, names, input.checkpointId);
		if (!checkpoint) return refuse({ code: 'thing.not-found', kind: 'checkpoint' });
		const restored = { id: checkpoint.id, at: checkpoint.at.toISOString() };
		const before = await ctx.setCheckpoint(names, 'restore', { restored });
		const done = await restore(ctx, input, checkpoint);
		if (!done.ok) return done;
		if (ctx.place.sessionId) ctx.announce({ kind: 'session.changed', sessionId: ctx.place.sessionId });
		return ok({ checkpointId: before });
	},
	audit: (input, { checkpointId }) => ({
		...auditOf(input),
		facts: { restored: input.checkpointId, before: checkpointId }
	})
});

async function restore(ctx: Context, written: Written, { id }: Checkpoint): Promise<Result<void>> {
	if ('textId' in written) {
		const then = await pastText(ctx.tx, written.textId, id);
		const name = formatDocumentName({ kind: 'text', id: written.textId });
		return ctx.changeDocuments([name], (docOf) => ok(restoreBody(docOf(name), then)));
	}
	const then = await pastBoard(ctx.tx, written.boardId, id);
	const by = await pseudonymIn(ctx.tx, ctx.tenantId, ctx.place.sessionId ?? null, ctx.personId ?? '');
	const binned = { by, at: ctx.now.getTime() };
	const done = await changeBoard(ctx, written.boardId, (docs: BoardDocs) =>
		ok(restoreBoard(docs, then, binned, new Origin('server')))
	);
	return done.ok ? keepCardsOff(ctx, written.boardId) : done;
}
