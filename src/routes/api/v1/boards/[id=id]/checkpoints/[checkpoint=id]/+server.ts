import { json, type RequestHandler } from '@sveltejs/kit';
import { readPastBoard, visitHistory } from '#server/web/history.ts';

/** What a board said at one of its checkpoints. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	if (locals.actor.kind !== 'person') return json({ problem: { code: 'right.not-signed-in' } }, { status: 401 });
	await visitHistory({ locals, url }, { boardId: params.id! });
	const { checkpoint, elements } = await readPastBoard(locals.app, params.id!, params.checkpoint!);
	return json({ checkpoint, elements });
};
