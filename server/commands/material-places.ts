import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/database.ts';
import { materials } from '../db/schema/materials.ts';
import type { Place } from './context.ts';
import { placeOfProcess } from './process-places.ts';

/** Where a command on a file acts: in the file's process. */
export async function placeOfMaterial(tx: Transaction, { materialId }: { materialId: string }): Promise<Place | null> {
	const [found] = await tx
		.select({ processId: materials.processId })
		.from(materials)
		.where(eq(materials.id, materialId));
	return found ? placeOfProcess(tx, found) : null;
}
