import { and, eq } from 'drizzle-orm';
import type { Agreement } from '#domain/promotion/agreement.ts';
import type { PromotionPlan } from '#domain/promotion/promote.ts';
import { recordPromotion, type PromotionFacts } from '#domain/promotion/record.ts';
import { invariant } from '#domain/result.ts';
import type { AgreementRow, CandidateRow } from '../db/repositories/agreements.ts';
import type { ClosedRound } from '../db/repositories/decided-rounds.ts';
import { agreements } from '../db/schema/consensus.ts';
import { goalItems, goalRevisions, goalVersions, promotions } from '../db/schema/goals.ts';
import { candidates } from '../db/schema/sessions.ts';
import { sha256 } from '../ids.ts';
import type { Context } from './context.ts';

/** What a promotion rests on and what it carries beside the agreed words. */
interface Promoted {
	agreement: AgreementRow;
	/** The agreement as the rules know it: with the method and the numbers of the round it rests on. */
	decision: Agreement;
	round: ClosedRound | null;
	candidate: CandidateRow | null;
	goalSystemId: string;
	details: { points: string[]; leadOffice: string; horizonYear?: number; budgetYear?: number };
	prevHash: string;
}

/** Writes the goal, its record at the end of the tenant's chain, and the states that follow from it. */
export async function writePromotion(ctx: Context, plan: PromotionPlan, promoted: Promoted) {
	const { tx, tenantId, personId, now: createdAt } = ctx;
	const { agreement, candidate, goalSystemId, details, prevHash } = promoted;
	invariant(personId, 'the right needs a person');
	const { itemId, versionId, number } = plan.revision;
	const [revisionId, promotionId] = [ctx.newId(), ctx.newId()];
	if (plan.createsItem) await tx.insert(goalItems).values({ tenantId, id: itemId, goalSystemId, createdAt });
	await tx.insert(goalRevisions).values({ tenantId, id: revisionId, ...plan.revision, ...details, createdAt });
	await tx
		.update(goalVersions)
		.set({ lockVersion: plan.nextLockVersion })
		.where(and(eq(goalVersions.tenantId, tenantId), eq(goalVersions.id, versionId)));
	const record = recordPromotion(factsOf(ctx, plan, promoted, revisionId, personId), prevHash, sha256);
	await tx.insert(promotions).values({
		tenantId,
		id: promotionId,
		agreementId: agreement.id,
		versionId,
		itemId,
		revisionId,
		record,
		prevHash,
		hash: record.hash,
		promotedBy: personId,
		createdAt
	});
	await tx
		.update(agreements)
		.set({ state: plan.agreementState })
		.where(and(eq(agreements.tenantId, tenantId), eq(agreements.id, agreement.id)));
	if (candidate)
		await tx
			.update(candidates)
			.set({ state: 'promoted' })
			.where(and(eq(candidates.tenantId, tenantId), eq(candidates.id, candidate.id)));
	return { itemId, revisionId, number, promotionId };
}

function factsOf(
	{ now, place }: Context,
	{ revision }: PromotionPlan,
	{ agreement, decision, round, candidate }: Promoted,
	revisionId: string,
	promotedBy: string
): PromotionFacts {
	const { id: textVersionId, sha256: print, source } = agreement.text;
	return {
		kind: 'promoted',
		goalItemId: revision.itemId,
		revisionId,
		versionId: revision.versionId,
		agreementId: agreement.id,
		consultationId: null,
		from: {
			workshopId: place.processId ?? null,
			sessionId: agreement.sessionId,
			agendaStepId: round?.stepId ?? null,
			boardId: candidate?.boardId ?? null,
			elementKey: candidate?.elementId ?? null
		},
		text: { textVersionId, sha256: print, stateVector: 'stateVector' in source ? source.stateVector : null },
		decision: {
			roundId: decision.roundId,
			method: decision.method,
			methodVersion: round?.methodVersion ?? 1,
			roundNo: round?.roundNo ?? null,
			resultSha256: round?.resultSha256 ?? null,
			dissent: [],
			counts: decision.counts
		},
		promotedBy,
		promotedAt: now.toISOString()
	};
}
