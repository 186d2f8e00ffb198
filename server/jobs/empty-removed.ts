import { inArray, lt } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { materialBytes, materials } from '../db/schema/materials.ts';

/** So long a removed file could be brought back by whoever runs the program. */
const keptDays = 30;

/** Empties the files that were removed long ago: their bytes go, and the line that they were there stays. */
export async function emptyRemoved(db: Database, clock: () => Date): Promise<void> {
	const before = new Date(clock().getTime() - keptDays * 24 * 60 * 60 * 1000);
	const removed = db.select({ id: materials.id }).from(materials).where(lt(materials.removedAt, before));
	await db.delete(materialBytes).where(inArray(materialBytes.materialId, removed));
}
