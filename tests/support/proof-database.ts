import { openDatabase } from '#server/db/client.ts';
import type { Database } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { temporaryFolder } from './folder.js';

/** A migrated database for a long run outside of Vitest: at `DATABASE_URL` when it is set, else an embedded one of its own. */
export async function openProofDatabase(
	where: { databaseUrl?: string | undefined; dataDir?: string } = { databaseUrl: process.env.DATABASE_URL }
): Promise<{ database: Database; close(): Promise<void> }> {
	const { databaseUrl, dataDir } = where;
	const opened = await openDatabase({
		dataDir: dataDir ?? temporaryFolder('proof'),
		...(databaseUrl && { databaseUrl })
	});
	if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
	const migrated = await migrate(opened.value);
	if (!migrated.ok) throw new Error(JSON.stringify(migrated.problem));
	return { database: opened.value.db, close: opened.value.close };
}
