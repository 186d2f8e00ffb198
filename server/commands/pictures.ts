import { invariant } from '#domain/result.ts';
import { findAnywhere, removePictures } from '../db/repositories/pictures.ts';
import { pictures } from '../db/schema/pictures.ts';
import { readBoardIn } from './boards.ts';
import type { Context } from './context.ts';

/** Forgets the pictures of a board that nothing on it shows, its bin included. For when the history of the board is gone, too. */
export async function dropUnusedPictures(ctx: Context, boardId: string): Promise<void> {
	await removePictures(ctx.tx, ctx.tenantId, boardId, await picturesOn(ctx, boardId));
}

/** Keeps for a new board the pictures that its scaffold shows, as the boards have them from which it was taken up. */
export async function bringPictures(ctx: Context, boardId: string): Promise<void> {
	const { tx, tenantId, personId, now: createdAt } = ctx;
	for (const name of await picturesOn(ctx, boardId)) {
		const seen = await findAnywhere(tx, tenantId, name);
		invariant(personId, 'only a person sets up a board');
		if (seen) await tx.insert(pictures).values({ ...seen, boardId, addedBy: personId, createdAt });
	}
}

async function picturesOn(ctx: Context, boardId: string): Promise<string[]> {
	const { board } = await readBoardIn(ctx, boardId);
	return [...new Set([...board.byId.values()].flatMap(({ picture }) => picture ?? []))];
}
