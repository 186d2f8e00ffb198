import { and, desc, eq, isNull, ne } from 'drizzle-orm';
import type { Agreement } from '#domain/promotion/agreement.ts';
import { invariant } from '#domain/result.ts';
import type { Doc } from '#domain/texts/doc.ts';
import type { WaitingAgreement } from '#protocol/provenance.ts';
import type { Database, Transaction } from '../database.ts';
import { agreements } from '../schema/consensus.ts';
import { textVersions, type TextSource } from '../schema/processes.ts';
import { candidates, liveSessions } from '../schema/sessions.ts';
import { findDecidedRound, type ClosedRound } from './decided-rounds.ts';

type Reader = Database | Transaction;

/** An agreement as the database knows it, with its exact words. */
export interface AgreementRow {
	id: string;
	sessionId: string;
	/** The non-public part in which it was made. */
	nonPublicPartId: string | null;
	method: string;
	roundId: string | null;
	optionId: string | null;
	candidateId: string | null;
	basedOnId: string | null;
	state: Agreement['state'];
	createdAt: Date;
	text: { id: string; doc: Doc; plain: string; sha256: string; source: TextSource };
}

/** One agreement of the tenant, or null. */
export async function findAgreement(db: Reader, tenantId: string, id: string): Promise<AgreementRow | null> {
	const [found] = await db
		.select({ agreement: agreements, text: textVersions })
		.from(agreements)
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, agreements.tenantId), eq(textVersions.id, agreements.textVersionId))
		)
		.where(and(eq(agreements.tenantId, tenantId), eq(agreements.id, id)));
	if (!found) return null;
	const { id: textId, doc, plain, sha256, source } = found.text;
	return { ...found.agreement, text: { id: textId, doc: doc as Doc, plain, sha256, source } };
}

/** The same, held until the transaction ends: whoever rewords, withdraws or promotes it takes this. */
export async function holdAgreement(tx: Transaction, tenantId: string, id: string): Promise<AgreementRow | null> {
	await tx
		.select({ id: agreements.id })
		.from(agreements)
		.where(and(eq(agreements.tenantId, tenantId), eq(agreements.id, id)))
		.for('update');
	return findAgreement(tx, tenantId, id);
}

/** The agreement on one option of a round that still stands, or null. */
export async function findAgreementOn(
	db: Reader,
	tenantId: string,
	roundId: string,
	optionId: string
): Promise<{ id: string } | null> {
	const [found] = await db
		.select({ id: agreements.id })
		.from(agreements)
		.where(
			and(
				eq(agreements.tenantId, tenantId),
				eq(agreements.roundId, roundId),
				eq(agreements.optionId, optionId),
				ne(agreements.state, 'withdrawn')
			)
		);
	return found ?? null;
}

/** The agreements of an organisation that stand and are in no goal system yet, the newest first. */
export async function listWaitingAgreements(db: Reader, tenantId: string): Promise<WaitingAgreement[]> {
	const rows = await db
		.select({ agreement: agreements, text: textVersions.plain, sessionTitle: liveSessions.title })
		.from(agreements)
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, agreements.tenantId), eq(textVersions.id, agreements.textVersionId))
		)
		.innerJoin(
			liveSessions,
			and(eq(liveSessions.tenantId, agreements.tenantId), eq(liveSessions.id, agreements.sessionId))
		)
		.where(and(eq(agreements.tenantId, tenantId), eq(agreements.state, 'recorded'), isNull(liveSessions.rehearsalOf)))
		.orderBy(desc(agreements.id));
	return rows.map(({ agreement: { id, createdAt }, text, sessionTitle }) => ({
		id,
		text,
		at: createdAt.getTime(),
		sessionTitle
	}));
}

/** An agreement and those whose wording it is, the newest first: from the exact words back to what was voted on. */
export async function agreementChain(db: Reader, tenantId: string, id: string): Promise<AgreementRow[]> {
	const chain: AgreementRow[] = [];
	for (let next: string | null = id; next !== null;) {
		const found: AgreementRow | null = await findAgreement(db, tenantId, next);
		if (!found) break;
		chain.push(found);
		next = found.basedOnId;
	}
	return chain;
}

/** An agreement as the rules know it, and the round it rests on: its own, or the one of the wording before it. */
export async function readAgreement(
	db: Reader,
	tenantId: string,
	chain: readonly AgreementRow[]
): Promise<{ agreement: Agreement; round: ClosedRound | null; origin: AgreementRow }> {
	const [own] = chain;
	const origin = chain.at(-1);
	invariant(own && origin, 'a chain begins with its agreement');
	const round = origin.roundId ? await findDecidedRound(db, tenantId, origin.roundId) : null;
	const agreement = {
		method: origin.method,
		roundId: origin.roundId,
		optionId: origin.optionId,
		text: { textVersionId: own.text.id, sha256: own.text.sha256 },
		counts: round?.counts ?? null,
		state: own.state
	};
	return { agreement, round, origin };
}

/** A candidate with the cards it consisted of when it was frozen. */
export type CandidateRow = typeof candidates.$inferSelect;

/** One candidate of the tenant, or null. */
export async function findCandidate(db: Reader, tenantId: string, id: string): Promise<CandidateRow | null> {
	const [found] = await db
		.select()
		.from(candidates)
		.where(and(eq(candidates.tenantId, tenantId), eq(candidates.id, id)));
	return found ?? null;
}
