import { json, type RequestHandler } from '@sveltejs/kit';
import { readPastText, visitHistory } from '#server/web/history.ts';

/** What a text said at one of its checkpoints. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	if (locals.actor.kind !== 'person') return json({ problem: { code: 'right.not-signed-in' } }, { status: 401 });
	await visitHistory({ locals, url }, { textId: params.id! });
	const { checkpoint, body } = await readPastText(locals.app, params.id!, params.checkpoint!);
	return json({ checkpoint, body });
};
