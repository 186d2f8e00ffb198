import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { mayEditPaper } from '#domain/papers/paper-state.ts';
import { ok } from '#domain/result.ts';
import { consultations } from '../db/schema/papers.ts';
import { defineCommand } from './command.ts';
import { holdPaperOf } from './hold-paper.ts';
import { placeOfConsultation } from './paper-places.ts';

/** Takes a stop out of the Beratungsfolge of a draft. Later it stays, with its outcome, as part of what happened. */
export const removeConsultation = defineCommand({
	name: 'remove-consultation',
	right: 'paper.write',
	input: v.object({ consultationId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfConsultation,
	async run(ctx, { consultationId }) {
		const { tx, tenantId } = ctx;
		const paper = await holdPaperOf(ctx, consultationId);
		const editable = mayEditPaper(paper.state);
		if (!editable.ok) return editable;
		await tx
			.delete(consultations)
			.where(and(eq(consultations.tenantId, tenantId), eq(consultations.id, consultationId)));
		return ok({ paperId: paper.id });
	},
	audit: ({ consultationId }, { paperId }) => ({ entity: 'consultation', entityId: consultationId, facts: { paperId } })
});
