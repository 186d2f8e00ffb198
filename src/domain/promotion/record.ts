import { shieldSmallGroups } from '../consensus/small-groups.ts';
import type { Hash } from '../hash.ts';
import type { AgreementCounts } from './agreement.ts';
import { appendLink, type Link } from './chain.ts';

/** Where the words came from; what is not known is null. */
export interface PromotionOrigin {
	readonly workshopId: string | null;
	readonly sessionId: string | null;
	readonly agendaStepId: string | null;
	readonly boardId: string | null;
	readonly elementKey: string | null;
}

/** What the promotion rests on, as the record keeps it. */
export interface RecordedDecision {
	/** Null when the group agreed by talking. */
	readonly roundId: string | null;
	readonly method: string;
	readonly methodVersion: number;
	readonly roundNo: number | null;
	readonly eligible: number | null;
	readonly cast: number | null;
	readonly recused: number | null;
	/** How many people answered by group; null for a group of fewer than five. */
	readonly byGroup: Readonly<Record<string, number | null>>;
	readonly resultSha256: string | null;
	/** The texts in which people put their dissent. */
	readonly dissent: readonly string[];
}

/** The proof of one promotion, written once. `amended` stands for the words that a body changed, with its consultation. */
export interface PromotionRecord extends Link {
	readonly kind: 'promoted' | 'amended';
	readonly goalItemId: string;
	readonly revisionId: string;
	readonly versionId: string;
	readonly agreementId: string;
	readonly consultationId: string | null;
	readonly from: PromotionOrigin;
	readonly text: { readonly textVersionId: string; readonly sha256: string; readonly stateVector: string | null };
	readonly decision: RecordedDecision;
	/** A pseudonym: names live in one table that can be erased. */
	readonly promotedBy: string;
	/** The moment with its offset, as text. */
	readonly promotedAt: string;
}

/** The facts of a record before it is shielded and chained. */
export type PromotionFacts = Omit<PromotionRecord, keyof Link | 'decision'> & {
	readonly decision: Omit<RecordedDecision, 'eligible' | 'cast' | 'recused' | 'byGroup'> & {
		readonly counts: AgreementCounts | null;
	};
};

/** The record of a promotion as the next link of the chain. Small groups are shielded before anything is hashed or stored. */
export function recordPromotion(facts: PromotionFacts, prevHash: string, hash: Hash): PromotionRecord {
	const { counts, ...decision } = facts.decision;
	const shielded: RecordedDecision = {
		...decision,
		eligible: counts?.eligible ?? null,
		cast: counts?.cast ?? null,
		recused: counts?.recused ?? null,
		byGroup: shieldSmallGroups(counts?.byGroup ?? {})
	};
	return appendLink({ ...facts, decision: shielded }, prevHash, hash);
}
