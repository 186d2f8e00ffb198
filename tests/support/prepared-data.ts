import { openDatabase } from '#server/db/client.ts';
import { temporaryFolder } from './folder.js';
import { mustMigrate } from './migrated.ts';

/**
 * Playwright calls this before the journeys. Making an empty database takes several times as long as starting on it, so it is made once,
 * and the servers of the run start on copies (`startServer`).
 */
export default async function prepareData(): Promise<void> {
	if (process.env.DATABASE_URL) return;
	const dataDir = temporaryFolder('prepared');
	const opened = await openDatabase({ dataDir });
	if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
	await mustMigrate(opened.value);
	await opened.value.close();
	process.env.PREPARED_DATA = dataDir;
}
