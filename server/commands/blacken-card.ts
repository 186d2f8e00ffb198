import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { isElementId } from '#board/ids.ts';
import { blackenElement } from '#board/operations/blacken-element.ts';
import { Origin } from '#board/shape.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { blackened } from '#domain/sessions/blackened.ts';
import { boardDocuments } from '#protocol/document-names.ts';
import { boardsOfSession } from '../db/repositories/non-public-parts.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { cards } from '../db/schema/sessions.ts';
import { eraseDeleted } from '../sync/erase.ts';
import { blackenCandidates } from './blacken-candidates.ts';
import { blackenTopics } from './blacken-topics.ts';
import { changeBoard } from './boards.ts';
import { defineCommand } from './command.ts';
import { dropUnusedPictures } from './pictures.ts';
import { placeOfSession } from './session-places.ts';

/**
 * Takes the words of one card, or what a picture shows, away for good, where somebody has written a name or an illness: on the board, in the card as it was
 * sent, in what waits for a decision, in the synthesis, and in the history of every board of the session that has it, which begins anew with this moment. The card keeps its place; what
 * was decided with its words before stays as it was decided.
 */
export const blackenCard = defineCommand({
	name: 'blacken-card',
	right: 'session.lead',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()), elementId: v.custom<string>(isElementId, 'id') }),
	place: placeOfSession,
	async run(ctx, { sessionId, elementId }) {
		const { tx, tenantId, now: at } = ctx;
		const session = await findSession(tx, tenantId, sessionId);
		invariant(session, 'the place is a session');
		const boardIds: string[] = [];
		for (const boardId of await boardsOfSession(tx, session)) {
			const done = await changeBoard(ctx, boardId, (docs) =>
				blackenElement(docs, elementId, blackened, new Origin('server'))
			);
			if (done.ok) boardIds.push(boardId);
			else if (done.problem.code !== 'board.element-missing') return done;
		}
		if (boardIds.length === 0) return refuse({ code: 'thing.not-found', kind: 'card' });
		await tx
			.update(cards)
			.set({ text: blackened, blackenedAt: at })
			.where(and(eq(cards.tenantId, tenantId), eq(cards.sessionId, sessionId), eq(cards.elementId, elementId)));
		for (const boardId of boardIds) {
			await blackenCandidates(ctx, boardId, elementId);
			await blackenTopics(ctx, boardId, elementId);
			const names = Object.values(boardDocuments(boardId));
			for (const documentPrefix of await eraseDeleted(tx, names, { id: ctx.newId(), at }))
				ctx.announce({ kind: 'access.changed', documentPrefix });
			await dropUnusedPictures(ctx, boardId);
		}
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ elementId });
	},
	audit: ({ sessionId }, { elementId }) => ({ entity: 'session', entityId: sessionId, facts: { elementId } })
});
