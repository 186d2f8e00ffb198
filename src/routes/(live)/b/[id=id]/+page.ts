import type { PageLoad } from './$types';

/** A canvas of today does without what draws the list, until somebody turns to it, and without what shows an earlier state. */
export const load: PageLoad = async ({ data }) => ({
	...data,
	PastBoard: data.past && (await import('./PastBoard.svelte')).default,
	ListView: data.view === 'list' ? (await import('#lib/board/BoardList.svelte')).default : null
});
