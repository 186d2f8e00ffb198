import type { PauseView } from '#protocol/pause-view.ts';

/** What says that a process rests. It is fetched for those that do; most never. */
export async function pauseNotice(pause: PauseView | null) {
	return pause && (await import('./PauseNotice.svelte')).default;
}
