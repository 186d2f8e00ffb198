import { parentPort, workerData } from 'node:worker_threads';
import { mergeUpdates } from 'yjs';

/**
 * Runs beside the main thread and merges what it is given. Node runs this file as it stands, under Vite as in the built program, so
 * it is plain JavaScript and imports packages only.
 * @type {{ updates: Uint8Array[], atOnce: number }}
 */
const { updates, atOnce } = workerData;

let level = updates;
while (level.length > 1) {
	const next = [];
	for (let start = 0; start < level.length; start += atOnce) {
		next.push(mergeUpdates(level.slice(start, start + atOnce)));
	}
	level = next;
}
parentPort?.postMessage(level[0]);
