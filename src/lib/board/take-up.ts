import type { Desk } from './desk.svelte.ts';

/** Without a network it is tried again after so many milliseconds. */
const again = 2_000;
/** A browser that never has a moment waits no longer than this, in milliseconds. */
const longest = 1_000;

/**
 * Fetches what one works with, once, and begins to work at the desk; `desk` is null while its board is on the way. However often a hand
 * stirs meanwhile, it is asked for only once at a time.
 */
export function takesUp(desk: () => Desk | null): { stir(): void } {
	let hands: typeof import('./hands.ts') | null = null;
	let asked = false;
	const take = () => {
		const here = desk();
		if (!hands || !here || here.hands) return;
		here.takeUp(hands);
		hands.recallPreferences(here);
	};
	const ask = () =>
		void import('./hands.ts').then(
			(came) => {
				hands = came;
				take();
			},
			() => setTimeout(ask, again)
		);
	const stir = () => {
		take();
		if (!asked) ask();
		asked = true;
	};
	return { stir };
}

/** Calls as soon as the browser has nothing better to do; the answer calls that off. */
export function whenIdle(call: () => void): () => void {
	if (!('requestIdleCallback' in window)) {
		const timer = setTimeout(call, 200);
		return () => clearTimeout(timer);
	}
	const idle = requestIdleCallback(call, { timeout: longest });
	return () => cancelIdleCallback(idle);
}
