import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '#server/db/database.ts';
import { roundOptions } from '#server/db/schema/consensus.ts';

/** The options of a round in their order. */
export async function optionsOf(db: Database, tenantId: string, roundId: string) {
	return db
		.select({ id: roundOptions.id, label: roundOptions.label, passive: roundOptions.passive })
		.from(roundOptions)
		.where(and(eq(roundOptions.tenantId, tenantId), eq(roundOptions.roundId, roundId)))
		.orderBy(asc(roundOptions.position));
}
