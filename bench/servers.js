import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { Child } from './child.js';

const here = import.meta.dirname;

/**
 * What is compared. The bare relay is the floor and no collaboration server.
 * @typedef {{ kind: string, label: string, file: string, keeps: boolean }} Server
 * @type {Server[]}
 */
export const servers = [
	{ kind: 'wirkraum', label: 'Wirkraum', file: '', keeps: true },
	{ kind: 'relay', label: 'bare relay', file: join(here, 'servers/relay.js'), keeps: false },
	{ kind: 'y-websocket', label: '@y/websocket-server 0.1.1', file: join(here, 'servers/y-websocket.js'), keeps: false },
	{ kind: 'hocuspocus', label: 'Hocuspocus 4.7.0', file: join(here, 'servers/hocuspocus.js'), keeps: true }
];

/** Our server as one file that plain Node runs. It lies where it finds the packages of the product, not those of this folder. */
export async function buildOurs() {
	const outDir = join(here, '../test-results/bench');
	await build({
		configFile: false,
		root: join(here, '..'),
		logLevel: 'silent',
		build: {
			ssr: join(here, 'servers/wirkraum.ts'),
			outDir,
			target: 'node20',
			rollupOptions: { output: { entryFileNames: 'wirkraum.mjs' } }
		}
	});
	const ours = servers.find(({ kind }) => kind === 'wirkraum');
	if (ours) ours.file = join(outDir, 'wirkraum.mjs');
}

/**
 * A server in a process of its own.
 * @param {Server} server
 * @param {string} folder where it keeps its documents
 */
export async function start({ kind, file }, folder) {
	mkdirSync(folder, { recursive: true });
	const child = new Child(file, [folder]);
	const port = /** @type {number} */ (await child.ready);
	return { kind, child, address: { kind, port } };
}
