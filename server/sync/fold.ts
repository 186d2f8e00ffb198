import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/database.ts';
import { limits } from '#protocol/limits.ts';
import { documents, documentSnapshots } from '#server/db/schema/documents.ts';
import { readStateVector, writeStateVector } from '#protocol/messages.ts';
import type { Merged, Snapshot, StoredDocument } from './document-log.ts';
import { mergeAside } from './merge.ts';
import { raiseClocks, scanUpdate } from './update-scan.ts';

/** What folding needs to know of a log. */
export interface Folding {
	readonly database: Database | Transaction;
	readonly now: () => Date;
	load(name: string): Promise<StoredDocument | null>;
}

/**
 * Folds a document's log into a new snapshot; the rows stay. A snapshot that somebody else has made beyond `known` is given instead.
 * Null when there is nothing to fold or another process is at it.
 *
 * Merging takes a while and happens outside of any transaction, because the embedded database lets nobody write during one. A
 * claim that ends by itself keeps two processes from doing the same work; that they cannot harm each other follows from the
 * last step alone.
 */
export async function foldLog(folding: Folding, name: string, known?: number): Promise<Snapshot | null> {
	if (known !== undefined) {
		const made = await findSnapshot(folding.database, name);
		if (made && made.uptoSeq > known) return made;
	}
	const claim = await claimFolding(folding, name);
	if (!claim) return null;
	try {
		const stored = await folding.load(name);
		if (!stored || stored.tail.length === 0) return null;
		const tail = await mergeAside(stored.tail.map((row) => row.bytes));
		const bytes = await mergeAside([stored.snapshot.bytes, tail]);
		return await keepSnapshot(folding.database, name, stored, { uptoSeq: stored.head, bytes });
	} finally {
		await releaseFolding(folding.database, name, claim);
	}
}

/** The snapshot of a document, if there is one. */
export async function findSnapshot(database: Database | Transaction, name: string): Promise<Snapshot | null> {
	const [made] = await database
		.select({
			uptoSeq: documentSnapshots.uptoSeq,
			bytes: documentSnapshots.bytes,
			stateVector: documentSnapshots.stateVector
		})
		.from(documentSnapshots)
		.where(eq(documentSnapshots.document, name));
	if (!made) return null;
	const { stateVector, ...merged } = made;
	return { ...merged, clocks: stateVector ? readStateVector(stateVector) : clocksOf(merged) };
}

/** What is kept of a snapshot. */
export function snapshotRow({ uptoSeq, bytes, clocks }: Snapshot) {
	return { uptoSeq, bytes, stateVector: writeStateVector(clocks) };
}

/** How far each client has written, going by the bytes alone. */
export function clocksOf({ bytes }: Pick<Merged, 'bytes'>): Map<number, number> {
	return raiseClocks(new Map(), scanUpdate(bytes));
}

async function claimFolding({ database, now }: Folding, name: string): Promise<Date | null> {
	const until = new Date(now().getTime() + limits.foldingWithin);
	const claimed = await database
		.update(documents)
		.set({ foldingUntil: until })
		.where(and(eq(documents.name, name), or(isNull(documents.foldingUntil), lt(documents.foldingUntil, now()))))
		.returning({ name: documents.name });
	return claimed.length === 1 ? until : null;
}

async function releaseFolding(database: Database | Transaction, name: string, claim: Date): Promise<void> {
	await database
		.update(documents)
		.set({ foldingUntil: null })
		.where(and(eq(documents.name, name), eq(documents.foldingUntil, claim)));
}

/** A snapshot never goes back, and one of a document that was rewritten meanwhile is thrown away: it could hold what was erased. */
function keepSnapshot(
	database: Database | Transaction,
	document: string,
	{ epoch }: StoredDocument,
	merged: Merged
): Promise<Snapshot | null> {
	const snapshot = { ...merged, clocks: clocksOf(merged) };
	return database.transaction(async (tx) => {
		const [held] = await tx
			.select({ epoch: documents.epoch })
			.from(documents)
			.where(eq(documents.name, document))
			.for('update');
		if (held?.epoch !== epoch) return null;
		const values = snapshotRow(snapshot);
		await tx
			.insert(documentSnapshots)
			.values({ document, ...values })
			.onConflictDoUpdate({
				target: documentSnapshots.document,
				set: values,
				setWhere: lt(documentSnapshots.uptoSeq, snapshot.uptoSeq)
			});
		return snapshot;
	});
}
