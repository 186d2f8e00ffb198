import { json, type RequestHandler } from '@sveltejs/kit';
import { requireBoard } from '#server/web/board-visit.ts';
import { readSignature } from '#server/web/threads.ts';

/** Whether what this person says about this board now would stand there without her name. */
export const GET: RequestHandler = async (event) => {
	const { at, person } = await requireBoard(event, event.params.id ?? '');
	return json(await readSignature(event.locals.app.db, person, at));
};
