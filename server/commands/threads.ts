import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { isElementId } from '#board/ids.ts';
import { tellPin } from '#board/operations/tell-pin.ts';
import { Origin } from '#board/shape.ts';
import { commentLimits, commentText } from '#domain/comments/comment.ts';
import { can } from '#domain/rights/rights.ts';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import { standingsOf } from '../auth/standings.ts';
import { findBoard } from '../db/repositories/boards.ts';
import { countAnswers, findTextThread, findThread, type Thread } from '../db/repositories/comments.ts';
import { listTextReaders } from '../db/repositories/text-readers.ts';
import { findText, holdText } from '../db/repositories/texts.ts';
import { commentAnswers, commentThreads } from '../db/schema/comments.ts';
import { changeBoard } from './boards.ts';
import { documentsOf, ofBoard, ofText, type Written } from './checkpoint-places.ts';
import { isUnsigned } from './comment-signature.ts';
import type { Context } from './context.ts';

const uuid = v.pipe(v.string(), v.uuid());

/** Which thread a command means: that of a pin on a board, or one about a text. */
export const ofPin = { ...ofBoard, elementId: v.custom<string>(isElementId, 'id') };
export const ofTextThread = { ...ofText, threadId: uuid };
export type WhichThread = { boardId: string; elementId: string } | { textId: string; threadId: string };

/** What somebody says, whom she calls in it, and whether she was told that her name would not stand beside it. */
export const said = {
	text: v.pipe(v.string(), v.maxLength(commentLimits.text * 4)),
	mentions: v.optional(v.pipe(v.array(uuid), v.maxLength(commentLimits.mentions)), []),
	unsigned: v.optional(v.boolean(), false)
};
type Said = { text: string; mentions: string[]; unsigned: boolean };

/** Whether somebody may comment here and a board or text still takes it: one that is closed for good takes none. */
export async function takesComments(ctx: Context, written: Written): Promise<Result<void>> {
	const { tx, tenantId, actor, place } = ctx;
	const right = 'textId' in written ? 'text.comment' : 'board.comment';
	const allowed = can(await standingsOf(tx, actor, place), right);
	if (!allowed.ok) return allowed;
	// Who says something is the only one who does so in this text at this moment, so that no limit is overrun.
	const { state } = ('textId' in written
		? await holdText(tx, tenantId, written.textId)
		: await findBoard(tx, tenantId, written.boardId)) ?? { state: 'gone' };
	const open = state === 'open' || state === 'locked';
	return open ? ok() : refuse({ code: 'document.frozen', document: documentsOf(written)[0]! });
}

/** A thread of a board or text that still takes comments. */
export async function holdThread(ctx: Context, which: WhichThread): Promise<Result<Thread>> {
	const open = await takesComments(ctx, which);
	if (!open.ok) return open;
	const { tx, tenantId } = ctx;
	const thread =
		'textId' in which
			? await findTextThread(tx, tenantId, which.textId, which.threadId)
			: await findThread(tx, tenantId, which.boardId, which.elementId);
	return thread ? ok(thread) : refuse({ code: 'thing.not-found', kind: 'thread' });
}

/** Words as they are kept, with what stands beside them. Who was promised that her name does not, is asked before it would. */
export async function wordsToKeep(
	ctx: Context,
	{ text: typed, mentions, unsigned: promised }: Said
): Promise<Result<Words>> {
	const { tx, tenantId, actor, place } = ctx;
	const text = commentText(typed, mentions.length);
	if (!text.ok) return text;
	const known = await areReaders(ctx, mentions);
	if (!known.ok) return known;
	const held = await standingsOf(tx, actor, place);
	const unsigned = await isUnsigned(tx, { tenantId, sessionId: place.sessionId ?? null, held });
	return promised && !unsigned ? refuse({ code: 'comment.signed-now' }) : ok({ text: text.value, mentions, unsigned });
}

/** Whether all these people read the text; on a board nobody is called. */
async function areReaders({ tx, place }: Context, personIds: readonly string[]): Promise<Result<void>> {
	if (personIds.length === 0) return ok();
	const text = place.textId === undefined ? null : await findText(tx, place.textId);
	const readers = new Set(text && (await listTextReaders(tx, text)).map(({ personId }) => personId));
	return personIds.every((id) => readers.has(id)) ? ok() : refuse({ code: 'thing.not-found', kind: 'person' });
}

/** What somebody says, whom she calls, and whether her name stands beside it. */
interface Words {
	text: string;
	mentions: readonly string[];
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
 * Lets open screens hear of a thread. On a board its pin shows how many answers stand and whether it is settled, so they hear of it with the
 * board itself; a pin that was thrown away for good is not missed. Of a text they are told.
 */
export async function showThread(ctx: Context, threadId: string): Promise<void> {
	const { tx, tenantId } = ctx;
	const [thread] = await tx
		.select()
		.from(commentThreads)
		.where(and(eq(commentThreads.tenantId, tenantId), eq(commentThreads.id, threadId)));
	invariant(thread, 'the thread is there');
	const { boardId, elementId, textId } = thread;
	if (textId !== null) ctx.announce({ kind: 'text.changed', textId });
	if (boardId === null || elementId === null) return;
	const shown = { answers: await countAnswers(tx, tenantId, threadId), settled: thread.settledAt !== null };
	await changeBoard(ctx, boardId, (docs) => {
		const told = tellPin(docs, elementId, shown, new Origin('server'));
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
	await showThread(ctx, threadId);
}

/** Takes back everything that a person has said in threads. Returns the threads. */
export async function takeBackAnswers(ctx: Context, personId: string): Promise<string[]> {
	const { tx, tenantId, now } = ctx;
	const hers = and(eq(commentAnswers.tenantId, tenantId), eq(commentAnswers.personId, personId));
	await tx.update(commentAnswers).set({ text: '', mentions: [] }).where(hers);
	const gone = await tx
		.update(commentAnswers)
		.set({ removedAt: now })
		.where(and(hers, isNull(commentAnswers.removedAt)))
		.returning({ threadId: commentAnswers.threadId });
	return [...new Set(gone.map(({ threadId }) => threadId))];
}
