import * as Y from 'yjs';

/** An update that changes nothing. */
export const emptyUpdate = new Uint8Array([0, 0]);

/** Yjs merges a few hundred updates quickly and a hundred thousand never; a tree of small merges stays fast. */
const atOnce = 256;

/** One update with the content of all. */
export function mergeTree(updates: readonly Uint8Array[]): Uint8Array {
	let level = updates;
	while (level.length > 1) {
		const next: Uint8Array[] = [];
		for (let start = 0; start < level.length; start += atOnce) {
			next.push(Y.mergeUpdates(level.slice(start, start + atOnce)));
		}
		level = next;
	}
	return level[0] ?? emptyUpdate;
}
