import type { PageLoad } from './$types';

/** A canvas does without what draws the list until somebody turns to it. */
export const load: PageLoad = async ({ data }) => ({
	...data,
	ListView: data.view === 'list' ? (await import('#lib/board/BoardList.svelte')).default : null
});
