import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { isElementId } from '#board/ids.ts';
import { tellPin } from '#board/operations/tell-pin.ts';
import { Origin } from '#board/shape.ts';
import { commentLimits, commentText } from '#domain/comments/comment.ts';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import { standingsOf } from '../auth/standings.ts';
import { countAnswers, findThread, type Thread } from '../db/repositories/comments.ts';
import { findBoard } from '../db/repositories/boards.ts';
import { commentAnswers, commentThreads } from '../db/schema/comments.ts';
import { changeBoard } from './boards.ts';
import { documentsOf, ofBoard } from './checkpoint-places.ts';
import { isUnsigned } from './comment-signature.ts';
import type { Context } from './context.ts';

/** Which thread a command means: that of a pin on a board. */
export const ofThread = { ...ofBoard, elementId: v.custom<string>(isElementId, 'id') };

/** What somebody says, and whether she was told that her name would not stand beside it. */
export const said = {
	text: v.pipe(v.string(), v.maxLength(commentLimits.text * 4)),
	unsigned: v.optional(v.boolean(), false)
};

/** Whether a board still takes comments: one that is closed for good takes none. */
export async function takesComments({ tx, tenantId }: Context, boardId: string): Promise<Result<void>> {
	const board = await findBoard(tx, tenantId, boardId);
	const open = board?.state === 'open' || board?.state === 'locked';
	return open ? ok() : refuse({ code: 'document.frozen', document: documentsOf({ boardId })[0]! });
}

/** The thread of a pin on a board that still takes comments. */
export async function holdThread(
	ctx: Context,
	{ boardId, elementId }: { boardId: string; elementId: string }
): Promise<Result<Thread>> {
	const open = await takesComments(ctx, boardId);
	if (!open.ok) return open;
	const thread = await findThread(ctx.tx, ctx.tenantId, boardId, elementId);
	return thread ? ok(thread) : refuse({ code: 'thing.not-found', kind: 'thread' });
}

/** Words as they are kept, with what stands beside them. Who was promised that her name does not, is asked before it would. */
export async function wordsToKeep(
	{ tx, tenantId, actor, place }: Context,
	{ text: typed, unsigned: promised }: { text: string; unsigned: boolean }
): Promise<Result<Words>> {
	const text = commentText(typed);
	if (!text.ok) return text;
	const held = await standingsOf(tx, actor, place);
	const unsigned = await isUnsigned(tx, { tenantId, sessionId: place.sessionId ?? null, held });
	return promised && !unsigned ? refuse({ code: 'comment.signed-now' }) : ok({ text: text.value, unsigned });
}

/** What somebody says, and whether her name stands beside it. */
interface Words {
	text: string;
	unsigned: boolean;
}

/** Keeps what somebody has said. */
export async function say(ctx: Context, threadId: string, words: Words): Promise<string> {
	const { tx, tenantId, personId, now: createdAt } = ctx;
	invariant(personId, 'only a person comments');
	const id = ctx.newId();
	await tx.insert(commentAnswers).values({ tenantId, id, threadId, personId, ...words, createdAt });
	return id;
}

/**
 * Lets the pin on the board show how many answers stand and whether the thread is settled; so open screens hear of it with the board
 * itself. A pin that was thrown away for good is not missed.
 */
export async function showOnPin(ctx: Context, threadId: string): Promise<void> {
	const { tx, tenantId } = ctx;
	const [thread] = await tx
		.select()
		.from(commentThreads)
		.where(and(eq(commentThreads.tenantId, tenantId), eq(commentThreads.id, threadId)));
	invariant(thread, 'the thread is there');
	const shown = { answers: await countAnswers(tx, tenantId, threadId), settled: thread.settledAt !== null };
	await changeBoard(ctx, thread.boardId, (docs) => {
		const told = tellPin(docs, thread.elementId, shown, new Origin('server'));
		return told.ok ? told : ok();
	});
}

/** Says that a thread is settled, or opens it again. */
export async function settle(ctx: Context, threadId: string, settled: boolean): Promise<void> {
	const { tx, tenantId, now } = ctx;
	await tx
		.update(commentThreads)
		.set({ settledAt: settled ? now : null })
		.where(and(eq(commentThreads.tenantId, tenantId), eq(commentThreads.id, threadId)));
	await showOnPin(ctx, threadId);
}

/** Takes back everything that a person has said in threads. Returns the threads. */
export async function takeBackAnswers(ctx: Context, personId: string): Promise<string[]> {
	const { tx, tenantId, now } = ctx;
	const hers = and(eq(commentAnswers.tenantId, tenantId), eq(commentAnswers.personId, personId));
	await tx.update(commentAnswers).set({ text: '' }).where(hers);
	const gone = await tx
		.update(commentAnswers)
		.set({ removedAt: now })
		.where(and(hers, isNull(commentAnswers.removedAt)))
		.returning({ threadId: commentAnswers.threadId });
	return [...new Set(gone.map(({ threadId }) => threadId))];
}
