import { json, type RequestHandler } from '@sveltejs/kit';
import { requireBoard } from '#server/web/board-visit.ts';
import { notFound } from '#server/web/guard.ts';
import { readThread } from '#server/web/threads.ts';

/** What was said at a pin of this board, for whoever may read the board. */
export const GET: RequestHandler = async (event) => {
	const { board, at, person } = await requireBoard(event, event.params.id ?? '');
	const thread = await readThread(event.locals.app.db, person, { board, at, elementId: event.params.element ?? '' });
	return json(thread ?? notFound());
};
