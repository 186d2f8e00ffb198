import { createServer } from 'node:http';
import { argv } from 'node:process';
import type { DocumentName } from '#protocol/document-names.ts';
import type { Limits } from '#protocol/limits.ts';
import { createDocumentLog } from '#server/sync/drizzle-document-log.ts';
import { createSyncServer } from '#server/sync/sync-server.ts';
import { openAccess, openTenant } from './open-access.ts';
import { openProofDatabase } from './proof-database.ts';

/** How to start a sync server in a process of its own. */
export interface ProgramSettings {
	port: number;
	databaseUrl?: string;
	dataDir?: string;
	limits?: Partial<Limits>;
}

/** What one may ask of it meanwhile. */
export type Request = { create: DocumentName } | { memory: true };

/** A real sync server on a real database, and nothing else, so that it can be killed. */
const settings = JSON.parse(argv[2]!) as ProgramSettings;
const { database } = await openProofDatabase(settings);
const documents = createDocumentLog(database, () => new Date());
const sync = createSyncServer({
	database,
	access: openAccess,
	origins: () => true,
	clock: { now: () => new Date() },
	log: { info() {}, warn() {}, error: (fields, message) => console.error(message, fields) },
	limits: settings.limits ?? {}
});
const http = createServer((_request, response) => response.end());
http.on('upgrade', sync.upgrade);
http.listen(settings.port, '127.0.0.1', () => process.send!('ready'));

process.on('message', async (request: Request) => {
	if ('create' in request) await documents.create(request.create, openTenant);
	// The first collection may leave what only a second one finds.
	for (let again = 0; again < 3; again++) globalThis.gc?.();
	const { heapUsed, external, arrayBuffers } = process.memoryUsage();
	process.send!({ heap: heapUsed + external + arrayBuffers });
});
process.on('disconnect', () => process.exit());
