import type { RequestHandler } from '@sveltejs/kit';
import { sortOut } from '#board/snapshot-lists.ts';
import { boardLines } from '#lib/board/picture/text-list.ts';
import { downloadHeaders } from '#server/exports/csv.ts';
import { readElements, readMeanings, requireBoard } from '#server/web/board-visit.ts';

/** The whole board as a list in plain text, for whoever may read it. */
export const GET: RequestHandler = async (event) => {
	const { board } = await requireBoard(event, event.params.id ?? '');
	const legend = await readMeanings(event.locals.app, board.id);
	const shown = sortOut(await readElements(event.locals.app, board.id));
	const text = [board.title, '', ...boardLines(shown, legend), ''].join('\r\n');
	return new Response(text, { headers: downloadHeaders('text/plain; charset=utf-8', `${board.title}.txt`) });
};
