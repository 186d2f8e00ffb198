import type { RequestHandler } from '@sveltejs/kit';
import { sortOut } from '#board/snapshot-lists.ts';
import { boardSvg } from '#lib/board/picture/board-svg.ts';
import { downloadHeaders } from '#server/exports/csv.ts';
import { picturesInside } from '#server/web/board-pictures.ts';
import { readElements, readMeanings, requireBoard } from '#server/web/board-visit.ts';

/** The whole board as one picture, for whoever may read it. */
export const GET: RequestHandler = async (event) => {
	const { board, person } = await requireBoard(event, event.params.id ?? '');
	const legend = await readMeanings(event.locals.app, board.id);
	const shown = sortOut(await readElements(event.locals.app, board.id));
	const pictures = await picturesInside(event.locals.app.db, person.tenantId, board.id, shown);
	return new Response(boardSvg(shown, board.title, legend, pictures), {
		headers: downloadHeaders('image/svg+xml', `${board.title}.svg`)
	});
};
