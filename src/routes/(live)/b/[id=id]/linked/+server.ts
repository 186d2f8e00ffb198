import { json, type RequestHandler } from '@sveltejs/kit';
import { requireBoard } from '#server/web/board-visit.ts';
import { readLinkedThings } from '#server/web/linked-things.ts';

/** What of the house can stand on this board, as it is today and as far as this person may read it. */
export const GET: RequestHandler = async (event) => {
	const { board, person } = await requireBoard(event, event.params.id ?? '');
	return json(await readLinkedThings(event.locals.app.db, person, board));
};
