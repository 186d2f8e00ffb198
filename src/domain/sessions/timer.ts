/**
 * The timer of a step. All times are milliseconds of the server's clock since 1970, which comes in as `now`: a dead
 * laptop stops nothing, and every screen shows the same rest. A timer that ran out changes nothing by itself.
 */
export type Timer =
	| { readonly state: 'off' }
	| { readonly state: 'running'; readonly endsAt: number }
	| { readonly state: 'paused'; readonly leftMs: number };

/** One minute in milliseconds. */
export const minute = 60_000;

/** What the button "+2 Min" adds, in milliseconds. */
export const extension = 2 * minute;

/** A timer that runs from now for this many minutes. */
export function startTimer(minutes: number, now: number): Timer {
	return { state: 'running', endsAt: now + minutes * minute };
}

/** The timer with more time on it. One that has run out, or was off, runs for the added time from now on. */
export function extendTimer(timer: Timer, addedMs: number, now: number): Timer {
	if (timer.state === 'paused') return { state: 'paused', leftMs: timer.leftMs + addedMs };
	return { state: 'running', endsAt: now + remainingMs(timer, now) + addedMs };
}

/** The timer standing still with what was left on it. */
export function pauseTimer(timer: Timer, now: number): Timer {
	return timer.state === 'running' ? { state: 'paused', leftMs: remainingMs(timer, now) } : timer;
}

/** The timer running again with what was left on it. */
export function resumeTimer(timer: Timer, now: number): Timer {
	return timer.state === 'paused' ? { state: 'running', endsAt: now + timer.leftMs } : timer;
}

/** How many milliseconds are left; never below zero, and zero when it is off. */
export function remainingMs(timer: Timer, now: number): number {
	if (timer.state === 'off') return 0;
	return Math.max(0, timer.state === 'running' ? timer.endsAt - now : timer.leftMs);
}
