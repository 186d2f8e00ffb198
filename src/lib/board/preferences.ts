import type { Desk } from './desk.svelte.ts';

const key = 'wr_board';

/** Takes over how this person likes boards on this device. */
export function recallPreferences(desk: Desk): void {
	const kept = localStorage.getItem(key)?.split(' ') ?? [];
	desk.lettersOn = !kept.includes('no-letters');
	desk.announcer.newsOn = !kept.includes('no-news');
	desk.minimapOn = !kept.includes('no-minimap');
}

export function keepPreferences(desk: Desk): void {
	const likes = { letters: desk.lettersOn, news: desk.announcer.newsOn, minimap: desk.minimapOn };
	const kept = Object.entries(likes).flatMap(([name, on]) => (on ? [] : [`no-${name}`]));
	localStorage.setItem(key, kept.join(' '));
}
