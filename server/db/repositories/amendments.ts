import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database, Transaction } from '../database.ts';
import { textAmendments } from '../schema/amendments.ts';
import { people } from '../schema/organisation.ts';
import { textVersions } from '../schema/processes.ts';

type Reader = Database | Transaction;

/** An amendment motion as it is kept. */
export type AmendmentRow = typeof textAmendments.$inferSelect;

const mover = alias(people, 'mover');
const decider = alias(people, 'decider');

/** All motions to a version by their numbers, with the names of who handed in and who decided; erased people have none. */
export function listAmendments(db: Reader, tenantId: string, textVersionId: string) {
	return db
		.select({ amendment: textAmendments, mover: mover.name, decider: decider.name })
		.from(textAmendments)
		.innerJoin(mover, and(eq(mover.tenantId, textAmendments.tenantId), eq(mover.id, textAmendments.personId)))
		.leftJoin(decider, and(eq(decider.tenantId, textAmendments.tenantId), eq(decider.id, textAmendments.decidedBy)))
		.where(ofVersion(tenantId, textVersionId))
		.orderBy(asc(textAmendments.number));
}

/** The suggestions that stand beside a version as variants, by their letters. */
export async function listVariantsOfVersion(db: Reader, tenantId: string, textVersionId: string): Promise<string[]> {
	const found = await db
		.select({ id: textAmendments.suggestionId })
		.from(textAmendments)
		.where(and(ofVersion(tenantId, textVersionId), lt(textAmendments.number, 0)))
		.orderBy(desc(textAmendments.number));
	return found.flatMap(({ id }) => id ?? []);
}

/** The motions to a version by their numbers, held until the transaction ends. */
export function holdAmendments(tx: Transaction, tenantId: string, textVersionId: string): Promise<AmendmentRow[]> {
	return tx
		.select()
		.from(textAmendments)
		.where(ofVersion(tenantId, textVersionId))
		.orderBy(asc(textAmendments.number))
		.for('update');
}

/** The version that was kept as the resolved text of another one, or null. */
export async function findResolvedVersion(
	db: Reader,
	tenantId: string,
	textId: string,
	textVersionId: string
): Promise<{ id: string; number: string } | null> {
	const { source } = textVersions;
	const [found] = await db
		.select({ id: textVersions.id, number: textVersions.number })
		.from(textVersions)
		.where(
			and(
				eq(textVersions.tenantId, tenantId),
				eq(textVersions.textId, textId),
				eq(sql`${source}->>'from'`, 'amendments'),
				eq(sql`${source}->>'textVersionId'`, textVersionId)
			)
		);
	return found ? { id: found.id, number: found.number ?? '' } : null;
}

/** Empties what a person has given as reasons of her motions; the motions stay, without her name. */
export async function forgetMotionReasons(tx: Transaction, tenantId: string, personId: string): Promise<void> {
	await tx
		.update(textAmendments)
		.set({ reason: '' })
		.where(and(eq(textAmendments.tenantId, tenantId), eq(textAmendments.personId, personId)));
}

const ofVersion = (tenantId: string, textVersionId: string) =>
	and(eq(textAmendments.tenantId, tenantId), eq(textAmendments.textVersionId, textVersionId));
