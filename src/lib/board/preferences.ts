import type { Desk } from './desk.svelte.ts';

const key = 'wr_board';

/** Takes over how this person likes boards on this device. */
export function recallPreferences(desk: Desk): void {
	const kept = localStorage.getItem(key)?.split(' ') ?? [];
	desk.lettersOn = !kept.includes('no-letters');
	desk.announcer.newsOn = !kept.includes('no-news');
}

export function keepPreferences(desk: Desk): void {
	const kept = [...(desk.lettersOn ? [] : ['no-letters']), ...(desk.announcer.newsOn ? [] : ['no-news'])];
	localStorage.setItem(key, kept.join(' '));
}
