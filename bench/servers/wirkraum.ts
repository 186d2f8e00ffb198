/**
 * Our sync server exactly as the product runs it, over PGlite in a folder. Only who comes is not looked up: everybody is the person
 * that the cookie names, and may write.
 */
import { randomUUID } from 'node:crypto';
import { serve } from '../../server/serve.js';
import { openDatabase } from '../../server/db/client.ts';
import { migrate } from '../../server/db/migrate.ts';
import type { DocumentAccess, SyncLog } from '../../server/sync/access.ts';
import { createDocumentLog } from '../../server/sync/drizzle-document-log.ts';
import { createSyncServer } from '../../server/sync/sync-server.ts';
import { report } from './child.js';

const tenantId = '01990000-0000-7000-8000-000000000000';
/** So many rows lie behind the last snapshot of a document when its last writer has gone, at most. */
const tail = 500;
const rowsAtOnce = 1000;

const opened = await openDatabase({ dataDir: process.argv[2] ?? '' });
if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
const { db, close } = opened.value;
await migrate(opened.value);

const access: DocumentAccess = {
	async identify(request) {
		return { personId: /wr_session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '', sessionEnds: null };
	},
	async grant({ personId }) {
		return { right: 'write', identity: { id: personId, name: 'Anna', colour: 'blue', role: 'participant' }, tenantId };
	}
};
const log: SyncLog = { info() {}, warn: console.warn, error: console.error };
const now = () => new Date();
const documents = createDocumentLog(db, now);
const sync = createSyncServer({ database: db, access, origins: () => true, clock: { now }, log });

const front = { host: '127.0.0.1', port: 0, appUrl: undefined, proxies: 0 };
const serving = await serve(front, async () => ({
	handler: (_request, response) => response.end(),
	app: {
		upgrade: sync.upgrade,
		http: sync.http,
		async close() {
			await sync.close();
			await close();
		}
	}
}));

report({
	port: Number(new URL(serving.address).port),
	create: (name) => documents.create(name, tenantId),
	async store(name, updates) {
		await documents.create(name, tenantId);
		const author = randomUUID();
		const append = async (part: Uint8Array[]) => {
			for (let start = 0; start < part.length; start += rowsAtOnce) {
				const rows = part.slice(start, start + rowsAtOnce);
				await documents.append(rows.map((bytes) => ({ document: name, author, bytes, newClients: [] })));
			}
		};
		await append(updates.slice(0, -tail));
		await documents.compact(name);
		await append(updates.slice(-tail));
	},
	stop: serving.stop
});
