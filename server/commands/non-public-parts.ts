import { and, eq, isNull } from 'drizzle-orm';
import * as Y from 'yjs';
import { deleteElements } from '#board/operations/delete-elements.ts';
import { Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { invariant, ok } from '#domain/result.ts';
import { boardDocuments, boardParts, formatDocumentName } from '#protocol/document-names.ts';
import { listPlacesBySide } from '../auth/insiders.ts';
import { publicBoardOf } from '../db/repositories/non-public-parts.ts';
import { listTexts } from '../db/repositories/processes.ts';
import type { LiveSession } from '../db/repositories/sessions.ts';
import { listTextsOfSession } from '../db/repositories/texts.ts';
import { stepVisits } from '../db/schema/minutes.ts';
import { boards } from '../db/schema/processes.ts';
import { liveSessions, nonPublicParts } from '../db/schema/sessions.ts';
import { changeBoard, createBoardDocuments } from './boards.ts';
import type { Context } from './context.ts';
import { bringPictures } from './pictures.ts';
import { nobody } from './place-cards.ts';

/**
 * Begins a part of a session that is not public. It has a board of its own, which begins with all that lies on the board of everybody:
 * a document is history for ever, so what is written now must never come into the one that the public loads again later.
 */
export async function beginPart(ctx: Context, session: LiveSession): Promise<string> {
	const { tx, tenantId, now } = ctx;
	const partId = ctx.newId();
	const boardId = await copyBoard(ctx, session);
	await tx
		.insert(nonPublicParts)
		.values({ tenantId, id: partId, sessionId: session.id, boardId, startedAt: now, createdAt: now });
	await tx
		.update(liveSessions)
		.set({ nonPublicPartId: partId, publicBoardId: session.boardId, boardId })
		.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, session.id)));
	await turnVisit(ctx, session.id, session.currentStepId, partId);
	await announceSides(ctx, session);
	return partId;
}

/** Ends the part that is not public: the session goes on where it is, on the board of everybody. */
export async function endPart(ctx: Context, session: LiveSession): Promise<void> {
	const { tx, tenantId, now } = ctx;
	const { id: sessionId, nonPublicPartId: partId } = session;
	invariant(partId, 'only a part that is on can end');
	await tx
		.update(nonPublicParts)
		.set({ endedAt: now })
		.where(and(eq(nonPublicParts.tenantId, tenantId), eq(nonPublicParts.id, partId)));
	await tx
		.update(liveSessions)
		.set({ nonPublicPartId: null, publicBoardId: null, boardId: publicBoardOf(session), spotlightId: null })
		.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, sessionId)));
	await turnVisit(ctx, sessionId, session.currentStepId, null);
	await announceSides(ctx, session);
}

/** Puts down that the visit before is over and that a step is on from now; the minutes tell how long each really was, and in which part. */
export async function turnVisit(
	{ tx, tenantId, now, newId }: Context,
	sessionId: string,
	stepId: string | null,
	nonPublicPartId: string | null
): Promise<void> {
	const inSession = and(eq(stepVisits.tenantId, tenantId), eq(stepVisits.sessionId, sessionId));
	await tx
		.update(stepVisits)
		.set({ endedAt: now })
		.where(and(inSession, isNull(stepVisits.endedAt)));
	const visit = { tenantId, id: newId(), sessionId, nonPublicPartId, startedAt: now, createdAt: now };
	if (stepId) await tx.insert(stepVisits).values({ ...visit, stepId });
}

/** The pins of comments stay behind: what they are about lies in threads of the other board. */
async function copyBoard(ctx: Context, { boardId, processId, title }: LiveSession): Promise<string> {
	const { tx, tenantId, now: createdAt } = ctx;
	const copyId = ctx.newId();
	await tx.insert(boards).values({ tenantId, id: copyId, processId, title, createdAt });
	await createBoardDocuments(ctx, copyId);
	const [from, to] = [boardDocuments(boardId), boardDocuments(copyId)];
	for (const part of boardParts) {
		const original = await ctx.readDocument(from[part]);
		const copied = await ctx.changeDocuments([to[part]], (docOf) => {
			const copy = docOf(to[part]);
			// What the program itself has written is told to it here; so it must not be speaking under that id.
			copy.clientID = original.clientID;
			return ok(Y.applyUpdate(copy, Y.encodeStateAsUpdate(original)));
		});
		original.destroy();
		invariant(copied.ok, 'a new board can be written');
	}
	const cleared = await changeBoard(ctx, copyId, (docs) => {
		const pins = readBoard(docs).elements.filter(({ type }) => type === 'comment');
		const ids = pins.map(({ id }) => id);
		const deletion = { by: nobody, at: createdAt.getTime() };
		return ids.length === 0 ? ok() : deleteElements(docs, ids, deletion, new Origin('server'));
	});
	invariant(cleared.ok, 'a new board can be written');
	await bringPictures(ctx, copyId);
	return copyId;
}

/** Whoever is the public now, or was until now, and whatever rests or may be written again: all of it is looked at anew. */
async function announceSides(ctx: Context, session: LiveSession): Promise<void> {
	const { tx, tenantId } = ctx;
	const { id: sessionId, processId } = session;
	ctx.announce({ kind: 'session.changed', sessionId });
	for (const { personId, inside } of await listPlacesBySide(tx, tenantId, sessionId))
		if (!inside) ctx.announce({ kind: 'access.changed', personId });
	ctx.announce({ kind: 'access.changed', documentPrefix: `board:${publicBoardOf(session)}:` });
	ctx.announce({ kind: 'access.changed', documentPrefix: `board:${session.boardId}:` });
	for (const id of await listTextsOfSession(tx, tenantId, sessionId))
		ctx.announce({ kind: 'access.changed', documentPrefix: formatDocumentName({ kind: 'text', id }) });
	// The projectors of all texts of the process hang in the same room.
	for (const { id: textId } of await listTexts(tx, tenantId, processId)) ctx.announce({ kind: 'text.changed', textId });
}
