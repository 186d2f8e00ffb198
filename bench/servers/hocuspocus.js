/**
 * Hocuspocus with its database extension, whose `fetch` and `store` keep one file for each document: about the cheapest store there
 * can be. Everything else as it comes: stored 2 s after the last change, at most 10 s after the first.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import * as Y from 'yjs';
import { report } from './child.js';

const folder = process.argv[2] ?? '';
/** @param {string} name */
const fileOf = (name) => join(folder, name.replaceAll(':', '-'));

const server = new Server({
	address: '127.0.0.1',
	port: 0,
	quiet: true,
	stopOnSignals: false,
	extensions: [
		new Database({
			fetch: ({ documentName }) => readFile(fileOf(documentName)).catch(() => null),
			store: ({ documentName, state }) => writeFile(fileOf(documentName), state)
		})
	]
});
await server.listen();

report({
	port: server.address.port,
	async store(name, updates) {
		const doc = new Y.Doc();
		doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
		await writeFile(fileOf(name), Y.encodeStateAsUpdate(doc));
	},
	stop: () => server.destroy()
});
