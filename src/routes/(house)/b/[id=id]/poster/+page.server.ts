import { sortOut } from '#board/snapshot-lists.ts';
import { pictureBox } from '#lib/board/picture/board-svg.ts';
import { planPoster, posterSizes, sheetSizes } from '#lib/board/picture/poster.ts';
import { readElements, readMeanings, requireBoard } from '#server/web/board-visit.ts';
import type { PageServerLoad } from './$types';

/** A board spread over sheets of paper, for whoever may read it. */
export const load: PageServerLoad = async (event) => {
	const { board } = await requireBoard(event, event.params.id);
	const { app } = event.locals;
	const asked = (name: string) => event.url.searchParams.get(name);
	const size = posterSizes.find((each) => each === asked('size')) ?? 'a3';
	const paper = sheetSizes.find((each) => each === asked('paper')) ?? 'a4';
	const [elements, legend] = await Promise.all([readElements(app, board.id), readMeanings(app, board.id)]);
	const { w, h } = pictureBox(sortOut(elements), legend);
	return { id: board.id, title: board.title, size, paper, poster: planPoster({ w, h }, size, paper) };
};
