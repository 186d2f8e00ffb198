/**
 * What every measured server does beside serving: it says its port, answers a few requests of the run, and ends when told to or
 * when the run is gone.
 * @typedef {object} Duties
 * @property {number} port
 * @property {(name: string) => Promise<void>} [create] Makes a document known that people may then open.
 * @property {(name: string, updates: Uint8Array[]) => Promise<void>} [store] Puts a document on disk as the server would leave it.
 * @property {() => Promise<void>} [stop]
 */

import { readFileSync } from 'node:fs';

/** @param {Duties} duties */
export function report(duties) {
	const { create = nothing, store = nothing, stop = nothing, port } = duties;
	process.on(
		'message',
		async (/** @type {{ id: number, ask: string, name: string, file: string }} */ { id, ask, name, file }) => {
			if (ask === 'create') await create(name);
			if (ask === 'store') await store(name, readUpdates(file));
			if (ask === 'tidy') collectGarbage();
			if (ask === 'stop') await stop();
			process.send?.({ id }, () => ask === 'stop' && process.exit(0));
		}
	);
	process.on('disconnect', () => process.exit(1));
	process.send?.({ port });
}

async function nothing() {}

/** Memory is compared after the garbage is gone, because when it goes by itself is chance. */
function collectGarbage() {
	for (let round = 0; round < 3; round++) globalThis.gc?.();
}

/**
 * Updates in one file, each behind its length.
 * @param {string} file
 */
function readUpdates(file) {
	const bytes = readFileSync(file);
	const updates = [];
	for (let at = 0; at < bytes.length; at += 4 + bytes.readUInt32LE(at)) {
		updates.push(new Uint8Array(bytes.subarray(at + 4, at + 4 + bytes.readUInt32LE(at))));
	}
	return updates;
}
