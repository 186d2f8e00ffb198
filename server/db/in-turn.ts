import { sql } from 'drizzle-orm';
import type { OpenDatabase } from './client.ts';

/** Any number will do, as long as every version of the program takes the same one. */
const startLock = 8_214_630_552;

/** Of several programs that start on one database, only one at a time does this; the embedded database has only one anyway. */
export function inTurn<T>({ db, engine }: OpenDatabase, work: () => Promise<T>): Promise<T> {
	if (engine === 'pglite') return work();
	return db.transaction(async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(${startLock})`);
		return work();
	});
}
