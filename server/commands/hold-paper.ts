import { and, eq } from 'drizzle-orm';
import { invariant } from '#domain/result.ts';
import { holdPaper, type Paper } from '../db/repositories/papers.ts';
import { consultations } from '../db/schema/papers.ts';
import type { Context } from './context.ts';

/** The paper of a stop, held until the transaction ends, so that its chain moves one step at a time. */
export async function holdPaperOf({ tx, tenantId }: Context, consultationId: string): Promise<Paper> {
	const [stop] = await tx
		.select({ paperId: consultations.paperId })
		.from(consultations)
		.where(and(eq(consultations.tenantId, tenantId), eq(consultations.id, consultationId)));
	const paper = stop && (await holdPaper(tx, tenantId, stop.paperId));
	invariant(paper, 'the place is a stop of a paper');
	return paper;
}
