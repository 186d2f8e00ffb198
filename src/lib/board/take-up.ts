import type { Desk } from './desk.svelte.ts';

/** Without a network it is tried again after so many milliseconds. */
const again = 2_000;
/** A browser that never has a moment waits no longer than this, in milliseconds. */
const longest = 1_000;

/** Fetches what one works with, once, and begins to work at the desk; `desk` is null while its board is on the way. */
export function takesUp(desk: () => Desk | null): { stir(): void } {
	let coming: ReturnType<typeof load> | null = null;
	const load = () => import('./hands.ts');
	const stir = () => {
		coming ??= load();
		void coming.then(
			(hands) => {
				const here = desk();
				if (!here || here.hands) return;
				here.takeUp(hands);
				hands.recallPreferences(here);
			},
			() => {
				coming = null;
				setTimeout(stir, again);
			}
		);
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
