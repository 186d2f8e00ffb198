import { eq, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import * as Y from 'yjs';
import { invariant } from '#domain/result.ts';
import { boardDocuments, parseDocumentName } from '#protocol/document-names.ts';
import type { Transaction } from '#server/db/database.ts';
import {
	documentBases,
	documentCheckpoints,
	documentClients,
	documents,
	documentSnapshots,
	documentUpdates
} from '#server/db/schema/documents.ts';
import { createDocumentLog } from './drizzle-document-log.ts';
import { clocksOf, snapshotRow } from './fold.ts';
import type { Mark } from './history.ts';

/** Whom the client ids of erased people belong to: nobody has this id, so nobody can ever write under theirs. */
export const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Takes a person out of the history of all documents that she has written in, and of those named in `alsoIn`. What stands in them
 * now stays; what was deleted is really gone, with the log and all checkpoints before, and nobody knows any more who wrote what.
 * Returns the names of the documents. They have a new epoch: whoever has one open knows what was erased and must load it anew.
 */
export async function eraseFromDocuments(
	tx: Transaction,
	person: string,
	alsoIn: readonly string[],
	mark: Pick<Mark, 'id' | 'at'>
): Promise<string[]> {
	const names = await eraseDeleted(tx, [...(await documentsWrittenBy(tx, person)), ...alsoIn], mark);
	await tx.update(documentClients).set({ person: nobody }).where(eq(documentClients.person, person));
	await tx.update(documentCheckpoints).set({ author: null }).where(eq(documentCheckpoints.author, person));
	return names;
}

/**
 * Takes everything that was deleted out of documents for good: what stands in them now stays, the log and all checkpoints before are
 * gone. Returns the names of the documents, the companions of a board included; they have a new epoch.
 */
export async function eraseDeleted(
	tx: Transaction,
	documents: readonly string[],
	mark: Pick<Mark, 'id' | 'at'>
): Promise<string[]> {
	const names = withCompanions(documents);
	for (const name of names) await rewrite(tx, name, mark);
	return names;
}

/** The documents that a person has written in. */
export async function documentsWrittenBy(tx: Transaction, person: string): Promise<string[]> {
	const written = await union(
		tx.select({ name: documentUpdates.document }).from(documentUpdates).where(eq(documentUpdates.author, person)),
		tx.select({ name: documentClients.document }).from(documentClients).where(eq(documentClients.person, person))
	);
	return written.map(({ name }) => name);
}

/** The two documents of a board share their checkpoints, so they are rewritten together. */
function withCompanions(names: readonly string[]): string[] {
	const all = names.flatMap((name) => {
		const address = parseDocumentName(name);
		return address.ok && address.value.kind === 'board' ? Object.values(boardDocuments(address.value.id)) : [name];
	});
	return [...new Set(all)].sort();
}

async function rewrite(tx: Transaction, name: string, { id, at }: Pick<Mark, 'id' | 'at'>): Promise<void> {
	const [held] = await tx
		.update(documents)
		.set({ epoch: sql`${documents.epoch} + 1`, foldingUntil: null })
		.where(eq(documents.name, name))
		.returning({ head: documents.head });
	const stored = await createDocumentLog(tx, () => at).load(name);
	invariant(held && stored, 'only documents that exist are rewritten');
	const bytes = withoutDeleted([stored.snapshot.bytes, ...stored.tail.map((row) => row.bytes)]);
	const snapshot = snapshotRow({ uptoSeq: held.head, bytes, clocks: clocksOf({ bytes }) });
	await tx
		.insert(documentSnapshots)
		.values({ document: name, ...snapshot })
		.onConflictDoUpdate({ target: documentSnapshots.document, set: snapshot });
	await tx.delete(documentUpdates).where(eq(documentUpdates.document, name));
	await tx.delete(documentBases).where(eq(documentBases.document, name));
	await tx.delete(documentCheckpoints).where(eq(documentCheckpoints.document, name));
	await tx
		.insert(documentCheckpoints)
		.values({ id, document: name, seq: held.head, kind: 'erasure', label: {}, author: null, at });
}

/** The same document in which deleted content is only a gap of its length. Clocks stay, so nothing old can come in again. */
function withoutDeleted(updates: readonly Uint8Array[]): Uint8Array {
	const doc = new Y.Doc({ gc: true });
	Y.transact(doc, () => updates.forEach((update) => Y.applyUpdate(doc, update)));
	const bytes = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return bytes;
}
