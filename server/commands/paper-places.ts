import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/database.ts';
import { consultations, papers } from '../db/schema/papers.ts';
import type { Place } from './context.ts';

/** Where a command on a paper acts: in the paper's process. */
export async function placeOfPaper(tx: Transaction, { paperId }: { paperId: string }): Promise<Place | null> {
	const [found] = await tx
		.select({ tenantId: papers.tenantId, processId: papers.processId })
		.from(papers)
		.where(eq(papers.id, paperId));
	return found ?? null;
}

/** Where a command on a stop of the Beratungsfolge acts. */
export async function placeOfConsultation(
	tx: Transaction,
	{ consultationId }: { consultationId: string }
): Promise<Place | null> {
	const [found] = await tx
		.select({ paperId: consultations.paperId })
		.from(consultations)
		.where(eq(consultations.id, consultationId));
	return found ? placeOfPaper(tx, found) : null;
}
