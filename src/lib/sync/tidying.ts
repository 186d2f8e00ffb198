import { decodeUpdate } from 'yjs';

/**
 * Whether a change was made by Yjs and by nobody's hand: when formatted words go, every client that sees it takes the signs of
 * the format away by itself, without an origin. Only deletions come this way; people always have an origin.
 */
export function isTidying(update: Uint8Array, origin: unknown): boolean {
	return origin === null && decodeUpdate(update).structs.length === 0;
}
