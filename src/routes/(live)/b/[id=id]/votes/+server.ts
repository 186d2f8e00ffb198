import { json, type RequestHandler } from '@sveltejs/kit';
import { requireBoard } from '#server/web/board-visit.ts';
import { readVotes } from '#server/web/board-votes.ts';

/** What was voted on of this board, for an open screen that asks again. */
export const GET: RequestHandler = async (event) => {
	const { board, person } = await requireBoard(event, event.params.id ?? '');
	return json(await readVotes(event.locals.app.db, person, board));
};
