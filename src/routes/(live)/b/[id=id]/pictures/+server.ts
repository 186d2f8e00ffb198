import { json, type RequestHandler } from '@sveltejs/kit';
import { pictureLimits } from '#domain/pictures/picture.ts';
import { addPicture } from '#server/commands/add-picture.ts';
import { statusOf } from '#server/web/act.ts';
import { requireBoard } from '#server/web/board-visit.ts';
import { requireRight } from '#server/web/guard.ts';

/** Takes the bytes of a picture for this board. Whether she may send one, and how large it is, is asked before a byte is read. */
export const POST: RequestHandler = async (event) => {
	const { board, at } = await requireBoard(event, event.params.id ?? '');
	await requireRight(event, 'board.add-picture', at);
	const { request, locals } = event;
	const said = Number(request.headers.get('content-length') ?? Infinity);
	const { bytes: most, side } = pictureLimits;
	if (said > most) {
		const problem = { code: 'picture.too-large', megabytes: most / 1024 / 1024, side } as const;
		return json({ problem }, { status: 413 });
	}
	const content = Buffer.from(await request.arrayBuffer()).toString('base64');
	const kept = await locals.app.execute(addPicture, locals.actor, { boardId: board.id, content });
	if (kept.ok) return json({ value: kept.value });
	return json({ problem: kept.problem }, { status: statusOf(kept.problem) });
};
