import { asc, inArray } from 'drizzle-orm';
import * as Y from 'yjs';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import type { DocumentName } from '#protocol/document-names.ts';
import type { Database, Transaction } from '#server/db/database.ts';
import { documents } from '#server/db/schema/documents.ts';
import { appendToDocument } from './append.ts';
import { createDocumentLog } from './drizzle-document-log.ts';
import { upToDate, type Copy, type KeptCopies } from './kept-copies.ts';
import { mergeTree } from './merge.ts';

/** A change of the program that a command's transaction has written; to be shown once that transaction is committed. */
export interface Committed {
	readonly name: DocumentName;
	readonly seq: number;
	readonly bytes: Uint8Array;
}

/** Under which Yjs client id this process writes, what time it is, and which documents it has decoded already. */
export interface ProgramAuthor {
	readonly client: number;
	readonly copies?: KeptCopies;
	now(): Date;
}

/** The copies with which a change was made, until it is known to be committed. */
const copiesOf = new WeakMap<Committed, ReadonlyMap<DocumentName, Copy>>();

/** The transaction of a change is committed: its copies are what the log says, and serve the next change. */
export function keepCopies(copies: KeptCopies, committed: Committed): void {
	for (const [name, copy] of copiesOf.get(committed) ?? []) copies.keep(name, copy);
}

/** Undo and observers can tell by it that the program itself wrote. */
export const programOrigin = Symbol('the program');

/**
 * Changes documents inside a command's transaction: their rows are locked in the order of their names, `apply` changes decoded
 * copies, and what it changed is appended to their logs. Nothing is visible before the caller has committed and handed
 * `committed` to the sync server; after a rollback nothing has happened.
 */
export async function changeDocuments<Name extends DocumentName, T>(
	tx: Transaction,
	names: readonly Name[],
	apply: (docOf: (name: Name) => Y.Doc) => T,
	author: ProgramAuthor
): Promise<Result<{ result: T; committed: Committed[] }>> {
	const sorted = [...new Set(names)].sort();
	const locked = await tx
		.select({ name: documents.name, state: documents.state, epoch: documents.epoch, head: documents.head })
		.from(documents)
		.where(inArray(documents.name, sorted))
		.orderBy(asc(documents.name))
		.for('update');
	if (locked.length < sorted.length) return refuse({ code: 'thing.not-found', kind: 'document' });
	const closed = locked.find((row) => row.state !== 'open');
	if (closed) return refuse({ code: 'document.frozen', document: closed.name });

	const open: Opened<Name>[] = [];
	for (const [index, name] of sorted.entries()) {
		const copy = await readCopy(tx, name, locked[index]!, author);
		const updates: Uint8Array[] = [];
		const listen = (update: Uint8Array) => void updates.push(update);
		copy.doc.on('update', listen);
		open.push({ name, copy, updates, close: () => copy.doc.off('update', listen) });
	}
	const docOf = (name: Name): Y.Doc => {
		const found = open.find((one) => one.name === name);
		invariant(found, 'a change touches only the documents it has named');
		return found.copy.doc;
	};
	const docs = open.map(({ copy }) => copy.doc);
	const result = transactAll(docs, () => apply(docOf));
	const committed: Committed[] = [];
	const copies = new Map<DocumentName, Copy>();
	for (const { name, copy, updates, close } of open) {
		close();
		const written = updates.length > 0 ? await append(tx, name, mergeTree(updates), author) : null;
		if (written) committed.push(written);
		const { seq, bytes } = written ?? { seq: copy.seq, bytes: [] };
		copies.set(name, { ...copy, seq, bytes: copy.bytes + bytes.length });
	}
	for (const change of committed) copiesOf.set(change, copies);
	return ok({ result, committed });
}

interface Opened<Name> {
	name: Name;
	copy: Copy;
	updates: Uint8Array[];
	close(): void;
}

/** A document as this transaction, which has locked it, sees it, ready to be changed in the program's name. */
async function readCopy(
	tx: Transaction,
	name: DocumentName,
	place: { epoch: number; head: number },
	{ copies, client }: ProgramAuthor
): Promise<Copy> {
	const log = createDocumentLog(tx, () => new Date(0));
	const copy = await upToDate(log, name, copies?.take(name, place) ?? null, place.head);
	// Only now: Yjs gives up a client id under which it is told something.
	copy.doc.clientID = client;
	return copy;
}

/** Changes one document inside a command's transaction; see `changeDocuments`. `committed` is null when nothing was changed. */
export async function changeDocument<T>(
	tx: Transaction,
	name: DocumentName,
	apply: (doc: Y.Doc) => T,
	author: ProgramAuthor
): Promise<Result<{ result: T; committed: Committed | null }>> {
	const changed = await changeDocuments(tx, [name], (docOf) => apply(docOf(name)), author);
	if (!changed.ok) return changed;
	return ok({ result: changed.value.result, committed: changed.value.committed[0] ?? null });
}

/** The whole document as one update, as this transaction sees it. Throws when there is no such document. */
export async function readDocument(tx: Database | Transaction, name: DocumentName): Promise<Uint8Array> {
	const stored = await createDocumentLog(tx, () => new Date(0)).load(name);
	if (!stored) throw new Error(`There is no document ${name}`);
	return mergeTree([stored.snapshot.bytes, mergeTree(stored.tail.map((row) => row.bytes))]);
}

function transactAll<T>(docs: readonly Y.Doc[], apply: () => T): T {
	const [first, ...rest] = docs;
	return first ? first.transact(() => transactAll(rest, apply), programOrigin) : apply();
}

async function append(
	tx: Transaction,
	name: DocumentName,
	bytes: Uint8Array,
	author: ProgramAuthor
): Promise<Committed> {
	const entry = { document: name, author: null, bytes, newClients: [author.client] };
	const outcome = await appendToDocument(tx, name, [entry], author.now());
	invariant(outcome.kind === 'committed', 'a locked, open document can be written');
	return { name, seq: outcome.rows[0]!.seq, bytes };
}
