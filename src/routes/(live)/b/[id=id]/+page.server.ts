import { readElements, requireBoard } from '#server/web/board-visit.ts';
import { readVotes } from '#server/web/board-votes.ts';
import { readPastBoard } from '#server/web/history.ts';
import { firstView } from './first-view.ts';
import type { PageServerLoad } from './$types';

/**
 * What lies on the board, today or at a checkpoint, so that its list can be read before any script has run, and without. The
 * layout is not waited for: when a right has changed, only it is asked again.
 */
export const load: PageServerLoad = async (event) => {
	const { board, person } = await requireBoard(event, event.params.id);
	const { app } = event.locals;
	const at = event.url.searchParams.get('at');
	const view = firstView(event.request);
	const past = at === null ? null : await readPastBoard(app, event.params.id, at);
	const votes = past ? [] : await readVotes(app.db, person, board);
	const elements = past || view === 'canvas' ? null : await readElements(app, event.params.id);
	return { view, elements, votes, past, restored: event.url.searchParams.has('restored') };
};
