import * as m from '#paraglide/messages.js';
import type { Desk } from './desk.svelte.ts';

/** Uses what lays pictures on a board. It comes when somebody has one: most boards go without. */
export async function withPictures(
	desk: Desk,
	use: (hands: typeof import('./place-picture.ts')) => unknown
): Promise<void> {
	const hands = await import('./place-picture.ts').catch(() => null);
	if (hands) await use(hands);
	else desk.announcer.say(m.board_said_no_network());
}
