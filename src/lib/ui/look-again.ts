import { untrack } from 'svelte';
import { invalidate, invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * Fetches the data of a page anew because something has happened, all of it or what depends on `what`. Whoever is on her way to another
 * page is left alone: SvelteKit would give that way up, and her click would have done nothing.
 */
export async function lookAgain(what?: string): Promise<void> {
	if (untrack(() => navigating.to) !== null) return;
	await (what === undefined ? invalidateAll() : invalidate(what));
}
