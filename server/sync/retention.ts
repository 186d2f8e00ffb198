import { and, asc, eq, gt, gte, isNull, lt, lte, max, min, sql } from 'drizzle-orm';
import { limits } from '#protocol/limits.ts';
import type { Database, Transaction } from '#server/db/database.ts';
import {
	documentBases,
	documentCheckpoints,
	documents,
	documentSnapshots,
	documentUpdates
} from '#server/db/schema/documents.ts';
import type { SyncLog } from './access.ts';
import { createDocumentLog } from './drizzle-document-log.ts';
import { findBase, rowsBetween } from './history.ts';
import { mergeAside } from './merge.ts';

const day = 24 * 60 * 60 * 1000;

/** The daily care of all logs: long ones that nobody has open are folded, old rows are merged. */
export async function keepHistory(
	database: Database,
	now: () => Date,
	days: number,
	log: Pick<SyncLog, 'info'>
): Promise<void> {
	const folded = await foldLongLogs(database, now);
	const merged = await mergeHistory(database, new Date(now().getTime() - days * day), now);
	if (folded + merged.rows > 0) log.info({ folded, ...merged }, 'The history of documents was put in order');
}

/** Folds what has grown long without a room, as when only phones and commands write. Returns how many logs it were. */
export async function foldLongLogs(database: Database, now: () => Date): Promise<number> {
	const long = await database
		.select({ name: documents.name })
		.from(documents)
		.leftJoin(documentSnapshots, eq(documentSnapshots.document, documents.name))
		.where(gt(sql`${documents.head} - coalesce(${documentSnapshots.uptoSeq}, 0)`, limits.rowsBeforeSnapshot))
		.orderBy(asc(documents.name));
	const log = createDocumentLog(database, now);
	let folded = 0;
	for (const { name } of long) if (await log.compact(name)) folded++;
	return folded;
}

/** What became of old history. */
export interface MergedHistory {
	documents: number;
	rows: number;
}

/**
 * Merges the rows of all logs that are older than `before`. Content stays, and so does every checkpoint; only who wrote which
 * letter when is no longer known. Nobody who writes meanwhile waits for more than the last step.
 */
export async function mergeHistory(database: Database, before: Date, now: () => Date): Promise<MergedHistory> {
	const old = await database
		.selectDistinct({ name: documentUpdates.document })
		.from(documentUpdates)
		.where(lt(documentUpdates.at, before))
		.orderBy(asc(documentUpdates.document));
	const merged: MergedHistory = { documents: 0, rows: 0 };
	for (const { name } of old) {
		const rows = await mergeOne(database, name, before, now);
		if (rows > 0) merged.documents++;
		merged.rows += rows;
	}
	return merged;
}

async function mergeOne(database: Database, name: string, before: Date, now: () => Date): Promise<number> {
	const log = createDocumentLog(database, now);
	await log.compact(name);
	const record = await log.find(name);
	const upto = await lastOld(database, name, before);
	const base = await findBase(database, name);
	if (!record || upto <= base.uptoSeq) return 0;
	const rows = await rowsBetween(database, name, base.uptoSeq, upto);
	if (rows.length < upto - base.uptoSeq) return 0;
	const contents = new Map<number, Uint8Array>();
	let { uptoSeq: reached, bytes } = base;
	for (const seq of [...(await marksBefore(database, name, upto)), upto]) {
		const next = rows.filter((row) => row.seq > reached && row.seq <= seq).map((row) => row.bytes);
		bytes = await mergeAside([bytes, await mergeAside(next)]);
		contents.set(seq, bytes);
		reached = seq;
	}
	const kept = { name, epoch: record.epoch, from: base.uptoSeq, upto, contents };
	return database.transaction((tx) => replaceRows(tx, kept));
}

/** The last row of which no earlier one is younger. */
async function lastOld(database: Database, name: string, before: Date): Promise<number> {
	const ofDocument = eq(documentUpdates.document, name);
	const [young] = await database
		.select({ first: min(documentUpdates.seq) })
		.from(documentUpdates)
		.where(and(ofDocument, gte(documentUpdates.at, before)));
	if (young?.first) return young.first - 1;
	const [all] = await database
		.select({ last: max(documentUpdates.seq) })
		.from(documentUpdates)
		.where(ofDocument);
	return all?.last ?? 0;
}

async function marksBefore(database: Database, name: string, upto: number): Promise<number[]> {
	const marks = await database
		.selectDistinct({ seq: documentCheckpoints.seq })
		.from(documentCheckpoints)
		.where(
			and(eq(documentCheckpoints.document, name), isNull(documentCheckpoints.bytes), lt(documentCheckpoints.seq, upto))
		)
		.orderBy(asc(documentCheckpoints.seq));
	return marks.map(({ seq }) => seq);
}

/** Puts what was merged in the place of its rows, unless somebody else has merged or rewritten meanwhile. */
async function replaceRows(
	tx: Transaction,
	{
		name,
		epoch,
		from,
		upto,
		contents
	}: {
		name: string;
		epoch: number;
		from: number;
		upto: number;
		contents: ReadonlyMap<number, Uint8Array>;
	}
): Promise<number> {
	const [held] = await tx
		.select({ epoch: documents.epoch, folded: documentSnapshots.uptoSeq })
		.from(documents)
		.innerJoin(documentSnapshots, eq(documentSnapshots.document, documents.name))
		.where(eq(documents.name, name))
		.for('update', { of: documents });
	const base = await findBase(tx, name);
	if (held?.epoch !== epoch || held.folded < upto || base.uptoSeq !== from) return 0;
	for (const [seq, bytes] of contents) {
		if (seq === upto) continue;
		await tx
			.update(documentCheckpoints)
			.set({ bytes })
			.where(and(eq(documentCheckpoints.document, name), eq(documentCheckpoints.seq, seq)));
	}
	const values = { uptoSeq: upto, bytes: contents.get(upto)! };
	await tx
		.insert(documentBases)
		.values({ document: name, ...values })
		.onConflictDoUpdate({ target: documentBases.document, set: values });
	await tx.delete(documentUpdates).where(and(eq(documentUpdates.document, name), lte(documentUpdates.seq, upto)));
	return upto - from;
}
