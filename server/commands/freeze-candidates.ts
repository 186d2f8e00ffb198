import { and, eq, inArray } from 'drizzle-orm';
import { encodeStateVector } from 'yjs';
import type { BoardElement, BoardSnapshot } from '#board/board-element.ts';
import { holdsIdea } from '#board/elements.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { plainToDoc } from '#domain/texts/doc.ts';
import { freezeWords } from '#domain/texts/text-version.ts';
import type { LiveSession } from '../db/repositories/sessions.ts';
import { textVersions } from '../db/schema/processes.ts';
import { candidates, cards } from '../db/schema/sessions.ts';
import { sha256 } from '../ids.ts';
import { readBoardIn } from './boards.ts';
import type { Context } from './context.ts';

/** A candidate for a decision: the exact words that will be voted on. */
export interface FrozenCandidate {
	candidateId: string;
	textVersionId: string;
	label: string;
}

/**
 * Freezes cards or clusters for a decision: the words of each become a text version, and each candidate keeps which
 * cards it consisted of at this moment. The board may go on changing.
 */
export async function freezeCandidates(
	ctx: Context,
	session: LiveSession,
	elementIds: readonly string[]
): Promise<Result<FrozenCandidate[]>> {
	const { tx, tenantId, now: createdAt } = ctx;
	const { board, docs } = await readBoardIn(ctx, session.boardId);
	const stateVector = Buffer.from(encodeStateVector(docs.cards)).toString('base64');
	const frozen: FrozenCandidate[] = [];
	for (const elementId of new Set(elementIds)) {
		const element = board.elements.find((each) => each.id === elementId && (each.type === 'area' || holdsIdea(each)));
		if (!element) return refuse({ code: 'thing.not-found', kind: 'card' });
		const text = freezeWords(plainToDoc(element.text), sha256);
		if (!text.ok) return text;
		const [candidateId, textVersionId] = [ctx.newId(), ctx.newId()];
		await tx.insert(textVersions).values({
			tenantId,
			id: textVersionId,
			kind: 'candidate',
			...text.value,
			source: { from: 'board', boardId: session.boardId, elementId, stateVector },
			createdBy: ctx.personId,
			createdAt
		});
		await tx.insert(candidates).values({
			tenantId,
			id: candidateId,
			sessionId: session.id,
			boardId: session.boardId,
			elementId,
			textVersionId,
			sources: await sourcesOf(ctx, session.id, board, element),
			state: 'candidate',
			createdAt
		});
		frozen.push({ candidateId, textVersionId, label: text.value.plain });
	}
	return ok(frozen);
}

async function sourcesOf(ctx: Context, sessionId: string, board: BoardSnapshot, element: BoardElement) {
	const notes = holdsIdea(element) ? [element] : notesBelow(board, element.id);
	if (notes.length === 0) return [];
	const rows = await ctx.tx
		.select({ id: cards.id, elementId: cards.elementId })
		.from(cards)
		.where(
			and(
				eq(cards.tenantId, ctx.tenantId),
				eq(cards.sessionId, sessionId),
				inArray(
					cards.elementId,
					notes.map(({ id }) => id)
				)
			)
		);
	const cardOf = new Map(rows.map(({ id, elementId }) => [elementId, id]));
	return notes.map(({ id, text }) => ({ elementId: id, cardId: cardOf.get(id) ?? null, text }));
}

function notesBelow(board: BoardSnapshot, areaId: string): BoardElement[] {
	return (board.children.get(areaId) ?? []).flatMap((child) =>
		holdsIdea(child) ? [child] : child.type === 'area' ? notesBelow(board, child.id) : []
	);
}
