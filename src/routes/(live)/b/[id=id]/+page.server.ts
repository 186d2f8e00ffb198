import { readElements } from '#server/web/board-visit.ts';
import type { PageServerLoad } from './$types';

/** What lies on the board, so that it can be read before any script has run, and without. */
export const load: PageServerLoad = async (event) => {
	// The layout refuses strangers; nothing of the board is read for them.
	await event.parent();
	return { elements: await readElements(event.locals.app, event.params.id) };
};
