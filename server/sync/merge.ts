import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import * as Y from 'yjs';
import { limits } from '#protocol/limits.ts';

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

let lastMerge: Promise<unknown> = Promise.resolve();

/**
 * The same for work in the background. What is large is merged in a thread of its own, one job after the other, so that nobody who
 * writes meanwhile waits for it.
 */
export function mergeAside(updates: readonly Uint8Array[]): Promise<Uint8Array> {
	const size = updates.reduce((sum, update) => sum + update.length, 0);
	if (size < limits.mergeAsideFrom) return Promise.resolve(mergeTree(updates));
	const merged = lastMerge.then(() => mergeInThread(updates));
	lastMerge = merged.catch(() => undefined);
	return merged;
}

function mergeInThread(updates: readonly Uint8Array[]): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		// A bundler must not swallow the file: it is found by its name in package.json, from the source as from the built program.
		const file = createRequire(import.meta.url).resolve('#server/sync/merge-worker.js');
		const worker = new Worker(file, { workerData: { updates, atOnce } });
		worker.once('message', resolve);
		worker.once('error', reject);
		worker.once('exit', () => reject(new Error('The thread that merges ended without an answer')));
		worker.unref();
	});
}
