import { and, asc, desc, eq, inArray, notExists } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { verifyChain } from '#domain/promotion/chain.ts';
import type { PromotionRecord } from '#domain/promotion/record.ts';
import { isIntact } from '#domain/texts/text-version.ts';
import type { Doc } from '#domain/texts/doc.ts';
import { sha256 } from '../../ids.ts';
import type { Database, Transaction } from '../database.ts';
import { auditEvents } from '../schema/audit.ts';
import { goalRevisions, promotions } from '../schema/goals.ts';
import { tenants } from '../schema/organisation.ts';
import { textVersions } from '../schema/processes.ts';

type Reader = Database | Transaction;

/** What the first promotion of every organisation rests on. */
export const firstPromotion = sha256('wirkraum promotions');

/** A promotion as the database knows it. */
export interface PromotionRow {
	id: string;
	agreementId: string;
	versionId: string;
	itemId: string;
	revisionId: string;
	record: PromotionRecord;
	createdAt: Date;
}

/** Holds the end of the tenant's chain until the transaction ends, and says its hash: promotions follow each other. */
export async function holdEndOfChain(tx: Transaction, tenantId: string): Promise<string> {
	await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, tenantId)).for('update');
	const later = alias(promotions, 'later');
	const [last] = await tx
		.select({ hash: promotions.hash })
		.from(promotions)
		.where(
			and(
				eq(promotions.tenantId, tenantId),
				notExists(
					tx
						.select({ id: later.id })
						.from(later)
						.where(and(eq(later.tenantId, tenantId), eq(later.prevHash, promotions.hash)))
				)
			)
		);
	return last?.hash ?? firstPromotion;
}

/** The promotions of an agreement, with the number that each gave. */
export async function promotionsOfAgreement(
	db: Reader,
	tenantId: string,
	agreementId: string
): Promise<{ id: string; versionId: string; itemId: string; revisionId: string; number: string }[]> {
	return db
		.select({
			id: promotions.id,
			versionId: promotions.versionId,
			itemId: promotions.itemId,
			revisionId: promotions.revisionId,
			number: goalRevisions.number
		})
		.from(promotions)
		.innerJoin(
			goalRevisions,
			and(eq(goalRevisions.tenantId, promotions.tenantId), eq(goalRevisions.id, promotions.revisionId))
		)
		.where(and(eq(promotions.tenantId, tenantId), eq(promotions.agreementId, agreementId)));
}

/** The promotions that a goal came from, the newest first. */
export async function promotionsOfItem(db: Reader, tenantId: string, itemId: string): Promise<PromotionRow[]> {
	const rows = await db
		.select()
		.from(promotions)
		.where(and(eq(promotions.tenantId, tenantId), eq(promotions.itemId, itemId)))
		.orderBy(desc(promotions.id));
	return rows.map((row) => ({ ...row, record: row.record as PromotionRecord }));
}

/** What a look at all promotions of an organisation found: how many there are, and the first that does not hold. */
export interface ChainReport {
	length: number;
	broken: { position: number; promotionId: string | null } | null;
}

/**
 * Recomputes the whole chain: each record and its hash, the links between them, the columns beside the record, and the
 * texts to which the records point, and the audit log, which knows of promotions that were taken out.
 */
export async function verifyPromotions(db: Reader, tenantId: string): Promise<ChainReport> {
	const rows = await db.select().from(promotions).where(eq(promotions.tenantId, tenantId)).orderBy(asc(promotions.id));
	const chain = inOrder(rows);
	const records = chain.map(({ record }) => record as PromotionRecord);
	const held = verifyChain(records, firstPromotion, sha256);
	const broken = [
		held.ok || held.problem.code !== 'chain.broken' ? -1 : held.problem.position,
		chain.findIndex((row) => !columnsAgree(row)),
		await firstChangedText(db, tenantId, records),
		(await auditedPromotions(db, tenantId)).every((id) => chain.some((row) => row.id === id)) ? -1 : chain.length
	].filter((position) => position >= 0);
	if (broken.length === 0 && chain.length === rows.length) return { length: rows.length, broken: null };
	const position = Math.min(chain.length, ...broken);
	return { length: rows.length, broken: { position, promotionId: chain[position]?.id ?? null } };
}

type Stored = typeof promotions.$inferSelect;

/** The rows as their links say; what hangs on nothing is left out, and so the chain is shorter than the table. */
function inOrder(rows: readonly Stored[]): Stored[] {
	const after = new Map(rows.map((row) => [row.prevHash, row]));
	const chain: Stored[] = [];
	for (let next = after.get(firstPromotion); next && chain.length < rows.length; next = after.get(next.hash))
		chain.push(next);
	return chain;
}

const columnsAgree = ({ record: stored, ...row }: Stored): boolean => {
	const record = stored as PromotionRecord;
	return (
		record.hash === row.hash &&
		record.prevHash === row.prevHash &&
		record.goalItemId === row.itemId &&
		record.revisionId === row.revisionId &&
		record.versionId === row.versionId &&
		record.agreementId === row.agreementId
	);
};

async function firstChangedText(db: Reader, tenantId: string, records: readonly PromotionRecord[]): Promise<number> {
	if (records.length === 0) return -1;
	const ids = records.map(({ text }) => text.textVersionId);
	const texts = await db
		.select({ id: textVersions.id, doc: textVersions.doc, sha256: textVersions.sha256 })
		.from(textVersions)
		.where(and(eq(textVersions.tenantId, tenantId), inArray(textVersions.id, ids)));
	const intact = new Set(
		texts.filter((text) => isIntact({ doc: text.doc as Doc, sha256: text.sha256 }, sha256)).map(keyOf)
	);
	return records.findIndex(({ text }) => !intact.has(keyOf({ id: text.textVersionId, sha256: text.sha256 })));
}

/** The promotions that the audit log knows of: one that was cut off the end of the chain is missed by them. */
async function auditedPromotions(db: Reader, tenantId: string): Promise<string[]> {
	const events = await db
		.select({ facts: auditEvents.facts })
		.from(auditEvents)
		.where(and(eq(auditEvents.tenantId, tenantId), eq(auditEvents.command, 'promote')));
	return events.map(({ facts }) => String((facts as Record<string, unknown>).promotionId));
}

const keyOf = ({ id, sha256: print }: { id: string; sha256: string }) => `${id} ${print}`;
