import type { BoardElement } from '#board/board-element.ts';
import { isWriting } from '#board/elements.ts';
import type { Database } from '../db/database.ts';
import { listCardsKeptBack, listKeptBack } from '../db/repositories/cards.ts';

/**
 * Whether something of a board is kept back today, whenever one looks at it: what somebody has written there whose cards are away, and what
 * she has sent, of which the board itself does not always know that it is hers.
 */
export async function keptBackOn(db: Database, boardId: string): Promise<(element: BoardElement) => boolean> {
	const authors = new Set<string | null>((await listKeptBack(db, boardId)).map(({ participantId }) => participantId));
	const sent = new Set<string | null>(authors.size > 0 ? await listCardsKeptBack(db, boardId) : []);
	return (element) => isWriting(element) && (authors.has(element.by) || sent.has(element.id));
}
