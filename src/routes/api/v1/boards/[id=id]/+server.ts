import { json, type RequestHandler } from '@sveltejs/kit';
import { visitHistory } from '#server/web/history.ts';

/** What a board is called, for whoever may open it. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	if (locals.actor.kind !== 'person') return json({ problem: { code: 'right.not-signed-in' } }, { status: 401 });
	const { title } = await visitHistory({ locals, url }, { boardId: params.id! });
	return json({ title });
};
