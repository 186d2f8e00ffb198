import { uuidv4 } from 'lib0/random';

/** The name of this page, new with every load; it is what a tab is known by to the others. */
export const thisPage: string = uuidv4();

const prefix = 'wr-page-';
let held = false;

/** Lets other pages see that this one lives, until it is gone, however it goes. */
export function showLife(): void {
	if (held || !locks()) return;
	held = true;
	void locks()?.request(prefix + thisPage, () => new Promise<never>(() => {}));
}

/**
 * Tells which pages are gone. Where browsers cannot tell, as on plain http, all others count as gone; then two tabs may send the
 * same work, which changes nothing.
 */
export async function gonePages(): Promise<(page: string) => boolean> {
	const { held: living = [] } = (await locks()?.query()) ?? {};
	const names = new Set(living.map(({ name }) => name));
	return (page) => !names.has(prefix + page);
}

function locks(): LockManager | undefined {
	return typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
}
