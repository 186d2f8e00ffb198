import { json, type RequestHandler } from '@sveltejs/kit';
import { readHistory } from '#server/web/history.ts';

/** The moments of a board to which one can return, the newest first. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	if (locals.actor.kind !== 'person') return json({ problem: { code: 'right.not-signed-in' } }, { status: 401 });
	const { checkpoints } = await readHistory({ locals, url }, { boardId: params.id! });
	return json({ checkpoints });
};
