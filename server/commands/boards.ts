import { BoardDocs } from '#board/board-docs.ts';
import type { BoardSnapshot } from '#board/board-element.ts';
import { readBoard } from '#board/snapshot.ts';
import type { Result } from '#domain/result.ts';
import { boardDocuments } from '#protocol/document-names.ts';
import type { Context } from './context.ts';

/** Makes the two documents of a board. */
export async function createBoardDocuments(ctx: Context, boardId: string): Promise<void> {
	const { scaffold, cards } = boardDocuments(boardId);
	await ctx.createDocument(scaffold);
	await ctx.createDocument(cards);
}

/** Changes a board inside the command's transaction. */
export function changeBoard<T>(
	ctx: Context,
	boardId: string,
	apply: (docs: BoardDocs) => Result<T>
): Promise<Result<T>> {
	const { scaffold, cards } = boardDocuments(boardId);
	return ctx.changeDocuments([scaffold, cards], (docOf) => apply(new BoardDocs(docOf(scaffold), docOf(cards))));
}

/** A board as it stands in the command's transaction, and the state vector of its cards for the record. */
export async function readBoardIn(ctx: Context, boardId: string): Promise<{ board: BoardSnapshot; docs: BoardDocs }> {
	const { scaffold, cards } = boardDocuments(boardId);
	const docs = new BoardDocs(await ctx.readDocument(scaffold), await ctx.readDocument(cards));
	return { board: readBoard(docs), docs };
}
