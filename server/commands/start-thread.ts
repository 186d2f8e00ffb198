import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { newElementId, isElementId } from '#board/ids.ts';
import { layPin } from '#board/operations/lay-pin.ts';
import { Origin } from '#board/shape.ts';
import { commentLimits, commentText } from '#domain/comments/comment.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { findBoard, pseudonymIn } from '../db/repositories/boards.ts';
import { countThreads, findThread } from '../db/repositories/comments.ts';
import { commentThreads } from '../db/schema/comments.ts';
import { changeBoard, readBoardIn } from './boards.ts';
import { ofBoard, placeOfWritten } from './checkpoint-places.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { say, settle, takesComments } from './threads.ts';

const coordinate = v.pipe(v.number(), v.finite());

/**
 * Begins a thread of comments at an element of a board, or at a place of it. Its pin comes onto the board with it. An element has one
 * thread: what is said later about it goes on with that, and opens it again.
 */
export const startThread = defineCommand({
	name: 'start-thread',
	right: 'board.comment',
	input: v.object({
		...ofBoard,
		/** The element it is about; null for a place. */
		on: v.nullable(v.custom<string>(isElementId, 'id')),
		at: v.optional(v.object({ x: coordinate, y: coordinate })),
		text: v.pipe(v.string(), v.maxLength(commentLimits.text * 4))
	}),
	place: placeOfWritten,
	async run(ctx, { boardId, on, at, text: typed }) {
		const { tx, tenantId, personId, now: createdAt } = ctx;
		invariant(personId, 'only a person comments');
		const open = await takesComments(ctx, boardId);
		if (!open.ok) return open;
		const text = commentText(typed);
		if (!text.ok) return text;
		if ((await countThreads(tx, tenantId, boardId)) >= commentLimits.threads)
			return refuse({ code: 'comment.too-many', limit: commentLimits.threads });
		const there = on === null ? null : await threadOn(ctx, boardId, on);
		if (there) {
			await say(ctx, there.id, text.value);
			await settle(ctx, there.id, false);
			return ok({ threadId: there.id, elementId: there.elementId });
		}
		const board = await findBoard(tx, tenantId, boardId);
		const by = await pseudonymIn(tx, tenantId, board?.sessionId ?? null, personId);
		const elementId = newElementId(randomBytes);
		const pin = { id: elementId, by, on, ...at };
		const laid = await changeBoard(ctx, boardId, (docs) => layPin(docs, pin, new Origin('server'), Math.random));
		if (!laid.ok) return laid;
		const id = ctx.newId();
		await tx.insert(commentThreads).values({ tenantId, id, boardId, elementId, createdAt });
		await say(ctx, id, text.value);
		return ok({ threadId: id, elementId });
	},
	audit: ({ boardId }, { threadId, elementId }) => ({
		entity: 'board',
		entityId: boardId,
		facts: { threadId, elementId }
	})
});

/** The thread whose pin stands on an element. */
async function threadOn(ctx: Context, boardId: string, on: string) {
	const { board } = await readBoardIn(ctx, boardId);
	const pin = board.elements.find((element) => element.type === 'comment' && element.on === on);
	return pin ? findThread(ctx.tx, ctx.tenantId, boardId, pin.id) : null;
}
