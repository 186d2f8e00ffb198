import type { RequestHandler } from '@sveltejs/kit';
import { sortOut } from '#board/snapshot-lists.ts';
import { boardSvg } from '#lib/board/picture/board-svg.ts';
import { downloadHeaders } from '#server/exports/csv.ts';
import { readElements, readMeanings, requireBoard } from '#server/web/board-visit.ts';

/** The whole board as one picture, for whoever may read it. */
export const GET: RequestHandler = async (event) => {
	const { board } = await requireBoard(event, event.params.id ?? '');
	const legend = await readMeanings(event.locals.app, board.id);
	const shown = sortOut(await readElements(event.locals.app, board.id));
	return new Response(boardSvg(shown, board.title, legend), {
		headers: downloadHeaders('image/svg+xml', `${board.title}.svg`)
	});
};
