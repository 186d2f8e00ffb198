import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/database.ts';
import { reportSheets } from '../db/schema/reporting.ts';
import type { Place } from './context.ts';

/** Where a command on a report sheet acts: in its organisation. */
export async function placeOfSheet(tx: Transaction, { sheetId }: { sheetId: string }): Promise<Place | null> {
	const [found] = await tx
		.select({ tenantId: reportSheets.tenantId })
		.from(reportSheets)
		.where(eq(reportSheets.id, sheetId));
	return found ?? null;
}
