import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { PaperState } from '#domain/papers/paper-state.ts';
import { checkTurn } from '#domain/resolutions/consultation.ts';
import { checkOutcome, effectOnVersion, outcomes, type Outcome } from '#domain/resolutions/outcome.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import type { StopView } from '#protocol/paper-views.ts';
import { currentWording, listStops, type Paper } from '../db/repositories/papers.ts';
import { consultations, papers } from '../db/schema/papers.ts';
import { applyDecision } from './apply-decision.ts';
import { openVariantsOf } from './carry-variants.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { holdPaperOf } from './hold-paper.ts';
import { placeOfConsultation } from './paper-places.ts';
import { findAmended, keepResolvedWords } from './resolved-words.ts';

const votes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));

/**
 * Writes down what a body has decided on a paper; Wirkraum does not vote here. Bodies speak in the order of the chain.
 * Only the authoritative outcome of a body that decides adopts or rejects the proposed version. It cannot adopt words as they stand while it
 * has not chosen between their variants.
 */
export const recordOutcome = defineCommand({
	name: 'record-outcome',
	right: 'outcome.record',
	input: v.object({
		consultationId: v.pipe(v.string(), v.uuid()),
		outcome: v.picklist(outcomes),
		tally: v.optional(v.object({ yes: votes, no: votes, abstain: votes })),
		/** The resolved words as lines; needed where they differ from what went before the body. */
		resultText: v.optional(v.pipe(v.string(), v.maxLength(200_000))),
		/** Instead of lines: the version that the accepted amendment motions made of what went before the body. */
		amendedVersionId: v.optional(v.pipe(v.string(), v.uuid()))
	}),
	place: placeOfConsultation,
	async run(ctx, { consultationId, outcome, tally = null, resultText, amendedVersionId }) {
		const { tx, tenantId, now: recordedAt } = ctx;
		const paper = await holdPaperOf(ctx, consultationId);
		const { state } = paper;
		if (state === 'draft' || state === 'withdrawn') return refuse({ code: 'paper.not-released', state });
		const chain = await listStops(tx, tenantId, paper.id);
		const at = chain.findIndex(({ id }) => id === consultationId);
		const stop = chain[at];
		const wording = await currentWording(tx, paper, chain);
		invariant(stop && wording, 'a released paper has exact words, and the place is one of its stops');
		const turn = checkTurn(chain, at);
		if (!turn.ok) return turn;
		const amended = amendedVersionId === undefined ? null : await findAmended(tx, paper, wording, amendedVersionId);
		if (amendedVersionId !== undefined && !amended) return refuse({ code: 'thing.not-found', kind: 'text-version' });
		const resolved = amended ?? (await keepResolvedWords(ctx, paper, wording, stop.id, resultText));
		const resultSha256 = resolved?.sha256 ?? null;
		const valid = checkOutcome(paper.type, stop.role, wording.sha256, { outcome, tally, resultSha256 });
		if (!valid.ok) return valid;
		const chooses = outcome === 'adopted' && stop.authoritative;
		if (chooses && (await openVariantsOf(ctx, wording.id)).length > 0)
			return refuse({ code: 'outcome.variants-undecided' });
		const resultVersionId = outcome === 'amended' ? (resolved?.id ?? null) : null;
		await tx
			.update(consultations)
			.set({ outcome, tally, resultVersionId, recordedBy: ctx.personId, recordedAt })
			.where(and(eq(consultations.tenantId, tenantId), eq(consultations.id, consultationId)));
		await movePaper(ctx, paper, stop, outcome);
		const effect = effectOnVersion({ authoritative: stop.authoritative, outcome }, stop.body);
		const applied = await applyDecision(ctx, paper, { ...stop, wording: resolved ?? wording }, effect);
		if (!applied.ok) return applied;
		return ok({ consultationId, paperId: paper.id, effect });
	},
	audit: ({ outcome, tally }, { consultationId, paperId, effect }) => ({
		entity: 'consultation',
		entityId: consultationId,
		facts: { paperId, outcome, effect, ...(tally && { yes: tally.yes, no: tally.no, abstain: tally.abstain }) }
	})
});

/** The paper follows its chain: on its way with the first outcome, decided by the body that decides, withdrawn by its author. */
async function movePaper(
	{ tx, tenantId }: Context,
	{ id, state, rev }: Paper,
	{ authoritative }: StopView,
	outcome: Outcome
): Promise<void> {
	const travels = state === 'released' || state === 'in-consultation';
	const decided = authoritative && (outcome === 'adopted' || outcome === 'amended' || outcome === 'rejected');
	const next: PaperState = decided ? 'decided' : outcome === 'withdrawn' ? 'withdrawn' : 'in-consultation';
	await tx
		.update(papers)
		.set({ state: travels ? next : state, rev: rev + 1 })
		.where(and(eq(papers.tenantId, tenantId), eq(papers.id, id)));
}
