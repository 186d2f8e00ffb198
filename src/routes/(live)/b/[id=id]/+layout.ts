import type { LayoutLoad } from './$types';

/** What says that a process rests is fetched for those that do. */
export const load: LayoutLoad = async ({ data }) => ({
	...data,
	PauseNotice: data.pause && (await import('#lib/process/PauseNotice.svelte')).default
});
