import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Became } from '#protocol/provenance.ts';
import type { Database, Transaction } from '../database.ts';
import { agreements } from '../schema/consensus.ts';
import { goalRevisions, goalVersions, promotions } from '../schema/goals.ts';
import { papers } from '../schema/papers.ts';
import { textVersions } from '../schema/processes.ts';
import { candidates } from '../schema/sessions.ts';
import { madeIn } from './non-public-parts.ts';

type Reader = Database | Transaction;

/** Of what somebody asks "Was wurde daraus?". */
export type Beginning = { sessionId: string } | { agreementId: string } | { elementId: string };

/**
 * What became of a session, of one agreement, or of one card or cluster: its agreements, the goals they entered, and the
 * papers that carry those goals. Oldest first; a card that was never agreed on gives an empty list. Of a session it is what it did in public.
 */
export async function whatBecameOf(db: Reader, tenantId: string, beginning: Beginning): Promise<Became[]> {
	const rows = await db
		.select({ agreement: agreements, text: textVersions.plain })
		.from(agreements)
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, agreements.tenantId), eq(textVersions.id, agreements.textVersionId))
		)
		.where(and(eq(agreements.tenantId, tenantId), await meant(db, tenantId, beginning)))
		.orderBy(asc(agreements.id));
	return Promise.all(
		rows.map(async ({ agreement, text }) => {
			const goals = await goalsOf(db, tenantId, agreement.id);
			const papersOfGoals = await papersOf(db, tenantId, [...new Set(goals.map(({ versionId }) => versionId))]);
			const { id: agreementId, state, createdAt } = agreement;
			return { agreementId, text, at: createdAt.getTime(), state, goals, papers: papersOfGoals };
		})
	);
}

/** The agreements that are meant: an agreement with its later wordings, or all of a session, or those a card went into. */
async function meant(db: Reader, tenantId: string, beginning: Beginning) {
	if ('sessionId' in beginning)
		return and(eq(agreements.sessionId, beginning.sessionId), madeIn(agreements.nonPublicPartId, 'public'));
	if ('agreementId' in beginning)
		return inArray(agreements.id, await withLaterWordings(db, tenantId, [beginning.agreementId]));
	const contains = sql`${candidates.sources} @> ${JSON.stringify([{ elementId: beginning.elementId }])}::jsonb`;
	const first = await db
		.select({ id: agreements.id })
		.from(agreements)
		.innerJoin(candidates, and(eq(candidates.tenantId, agreements.tenantId), eq(candidates.id, agreements.candidateId)))
		.where(
			and(eq(agreements.tenantId, tenantId), sql`(${candidates.elementId} = ${beginning.elementId} or ${contains})`)
		);
	const ids = first.map(({ id }) => id);
	return ids.length === 0 ? sql`false` : inArray(agreements.id, await withLaterWordings(db, tenantId, ids));
}

async function withLaterWordings(db: Reader, tenantId: string, ids: string[]): Promise<string[]> {
	const all = new Set(ids);
	for (let latest = ids; latest.length > 0;) {
		const later = await db
			.select({ id: agreements.id })
			.from(agreements)
			.where(and(eq(agreements.tenantId, tenantId), inArray(agreements.basedOnId, latest)));
		latest = later.map(({ id }) => id).filter((id) => !all.has(id));
		for (const id of latest) all.add(id);
	}
	return [...all];
}

async function goalsOf(db: Reader, tenantId: string, agreementId: string): Promise<Became['goals']> {
	const rows = await db
		.select({ promotion: promotions, revision: goalRevisions, version: goalVersions, text: textVersions.plain })
		.from(promotions)
		.innerJoin(
			goalRevisions,
			and(eq(goalRevisions.tenantId, promotions.tenantId), eq(goalRevisions.id, promotions.revisionId))
		)
		.innerJoin(
			goalVersions,
			and(eq(goalVersions.tenantId, promotions.tenantId), eq(goalVersions.id, promotions.versionId))
		)
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, goalRevisions.tenantId), eq(textVersions.id, goalRevisions.textVersionId))
		)
		.where(and(eq(promotions.tenantId, tenantId), eq(promotions.agreementId, agreementId)))
		.orderBy(asc(promotions.id));
	return rows.map(({ promotion, revision, version, text }) => ({
		itemId: promotion.itemId,
		number: revision.number,
		text,
		versionId: version.id,
		versionLabel: version.label,
		versionState: version.state,
		at: promotion.createdAt.getTime()
	}));
}

async function papersOf(db: Reader, tenantId: string, versionIds: string[]): Promise<Became['papers']> {
	if (versionIds.length === 0) return [];
	return db
		.select({ id: papers.id, subject: papers.subject, state: papers.state })
		.from(papers)
		.where(and(eq(papers.tenantId, tenantId), inArray(papers.versionId, versionIds)))
		.orderBy(asc(papers.id));
}
