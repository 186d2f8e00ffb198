import type { OpenDatabase } from '#server/db/client.ts';
import { migrate } from '#server/db/migrate.ts';

/** Brings a database of the tests up to date. */
export async function mustMigrate(open: OpenDatabase): Promise<void> {
	const migrated = await migrate(open);
	if (!migrated.ok) throw new Error(JSON.stringify(migrated.problem));
}
