import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm';
import { invariant } from '#domain/result.ts';
import type { DocumentName } from '#protocol/document-names.ts';
import type { Database, Transaction } from '#server/db/database.ts';
import {
	documentBases,
	documentCheckpoints,
	documents,
	documentUpdates,
	type CheckpointLabel,
	type checkpointKinds
} from '#server/db/schema/documents.ts';
import type { Merged } from './document-log.ts';
import { findSnapshot } from './fold.ts';
import { emptyUpdate, mergeAside } from './merge.ts';

/** A moment to which one can return, as it is marked. */
export interface Mark {
	readonly id: string;
	readonly kind: (typeof checkpointKinds)[number];
	readonly label: CheckpointLabel;
	/** Who caused it; null is the program itself. */
	readonly author: string | null;
	readonly at: Date;
}

const readings = 3;

/**
 * Marks this moment of documents that belong together. Their rows stay locked until the commit, so that whatever the transaction
 * changes afterwards comes after the mark, and everything that others have written lies before it.
 */
export async function setCheckpoint(tx: Transaction, names: readonly DocumentName[], mark: Mark): Promise<void> {
	const heads = await tx
		.select({ document: documents.name, seq: documents.head })
		.from(documents)
		.where(inArray(documents.name, [...names]))
		.orderBy(asc(documents.name))
		.for('update');
	invariant(heads.length === names.length, 'only documents that exist are marked');
	await tx.insert(documentCheckpoints).values(heads.map((head) => ({ ...mark, ...head })));
}

/** What a document said at a checkpoint, as one update; null when there is no such checkpoint of it. */
export async function readCheckpoint(
	database: Database | Transaction,
	name: DocumentName,
	id: string
): Promise<Uint8Array | null> {
	for (let left = readings; left > 0; left--) {
		const [mark] = await database
			.select({ seq: documentCheckpoints.seq, bytes: documentCheckpoints.bytes })
			.from(documentCheckpoints)
			.where(and(eq(documentCheckpoints.id, id), eq(documentCheckpoints.document, name)));
		if (!mark || mark.bytes) return mark?.bytes ?? null;
		const start = await nearestBefore(database, name, mark.seq);
		const rows = await rowsBetween(database, name, start.uptoSeq, mark.seq);
		// Fewer rows: they were merged away a moment ago, and what they said lies elsewhere now.
		if (rows.length < mark.seq - start.uptoSeq) continue;
		return mergeAside([start.bytes, await mergeAside(rows.map((row) => row.bytes))]);
	}
	throw new Error(`The log of ${name} does not reach back to the checkpoint ${id}`);
}

/** The rows after one number and up to and with another, in order. */
export function rowsBetween(database: Database | Transaction, name: string, after: number, upto: number) {
	return database
		.select({ seq: documentUpdates.seq, bytes: documentUpdates.bytes })
		.from(documentUpdates)
		.where(and(eq(documentUpdates.document, name), gt(documentUpdates.seq, after), lte(documentUpdates.seq, upto)))
		.orderBy(asc(documentUpdates.seq));
}

/** What the rows said that were merged away. */
export async function findBase(database: Database | Transaction, name: string): Promise<Merged> {
	const [base] = await database
		.select({ uptoSeq: documentBases.uptoSeq, bytes: documentBases.bytes })
		.from(documentBases)
		.where(eq(documentBases.document, name));
	return base ?? { uptoSeq: 0, bytes: emptyUpdate };
}

async function nearestBefore(database: Database | Transaction, name: string, seq: number): Promise<Merged> {
	const snapshot = await findSnapshot(database, name);
	return snapshot && snapshot.uptoSeq <= seq ? snapshot : findBase(database, name);
}
