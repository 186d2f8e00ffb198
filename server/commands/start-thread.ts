import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { newElementId, isElementId } from '#board/ids.ts';
import { layPin } from '#board/operations/lay-pin.ts';
import { Origin } from '#board/shape.ts';
import { commentLimits } from '#domain/comments/comment.ts';
import { ok, refuse } from '#domain/result.ts';
import { countThreads, findThread } from '../db/repositories/comments.ts';
import { commentThreads } from '../db/schema/comments.ts';
import { changeBoard, readBoardIn } from './boards.ts';
import { auditOf, ofBoard, placeOfWritten } from './checkpoint-places.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { keepCardsOff } from './hidden-cards.ts';
import { nobody } from './place-cards.ts';
import { aboutText, startOnText } from './text-threads.ts';
import { said, say, settle, takesComments, wordsToKeep } from './threads.ts';

const coordinate = v.pipe(v.number(), v.finite());

const onBoard = v.object({
	...ofBoard,
	/** The element it is about; null for a place. */
	on: v.nullable(v.custom<string>(isElementId, 'id')),
	at: v.optional(v.object({ x: coordinate, y: coordinate })),
	...said
});

/**
 * Begins a thread of comments: at an element of a board or a place of it, at words or a paragraph of a text, or about something that is
 * suggested for it. Its pin comes onto the board with it. An element and a suggestion have one thread: what is said later about it goes on
 * with that, and opens it again. Whose the pin is nobody is to know.
 */
export const startThread = defineCommand({
	name: 'start-thread',
	right: 'comment.say',
	input: v.union([onBoard, ...aboutText]),
	place: placeOfWritten,
	async run(ctx, input) {
		const open = await takesComments(ctx, input);
		if (!open.ok) return open;
		return 'textId' in input ? startOnText(ctx, input) : startOnBoard(ctx, input);
	},
	audit: (input, { threadId, elementId }) => ({
		...auditOf(input),
		facts: { threadId, ...(elementId !== null && { elementId }) }
	})
});

async function startOnBoard(ctx: Context, { boardId, on, at, ...typed }: v.InferOutput<typeof onBoard>) {
	const { tx, tenantId, now: createdAt } = ctx;
	const words = await wordsToKeep(ctx, typed);
	if (!words.ok) return words;
	if ((await countThreads(tx, tenantId, boardId)) >= commentLimits.threads)
		return refuse({ code: 'comment.too-many', limit: commentLimits.threads });
	const there = on === null ? null : await threadOn(ctx, boardId, on);
	if (there) {
		await say(ctx, there.id, words.value);
		await settle(ctx, there.id, false);
		return ok({ threadId: there.id, elementId: there.elementId });
	}
	const elementId = newElementId(randomBytes);
	const pin = { id: elementId, by: nobody, on, ...at };
	const laid = await changeBoard(ctx, boardId, (docs) => layPin(docs, pin, new Origin('server'), Math.random));
	if (!laid.ok) return laid;
	const id = ctx.newId();
	await tx.insert(commentThreads).values({ tenantId, id, boardId, elementId, createdAt });
	await say(ctx, id, words.value);
	const kept = await keepCardsOff(ctx, boardId);
	return kept.ok ? ok({ threadId: id, elementId }) : kept;
}

/** The thread whose pin stands on an element. */
async function threadOn(ctx: Context, boardId: string, on: string) {
	const { board } = await readBoardIn(ctx, boardId);
	const pin = board.elements.find((element) => element.type === 'comment' && element.on === on);
	return pin ? findThread(ctx.tx, ctx.tenantId, boardId, pin.id) : null;
}
