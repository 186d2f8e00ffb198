import * as Y from 'yjs';
import { ok, type Result } from '#domain/result.ts';
import type { DocumentName } from '#protocol/document-names.ts';
import type { Transaction } from '../db/database.ts';
import { createDocumentLog } from '../sync/drizzle-document-log.ts';
import { setCheckpoint, type Mark } from '../sync/history.ts';
import type { Committed } from '../sync/server-changes.ts';
import type { SyncServer } from '../sync/sync-server.ts';

/** The doors of the sync server that commands need. */
export type DocumentDoors = Pick<SyncServer, 'changeDocuments' | 'readDocument'>;

/** The collaborative documents as one command meets them: everything is part of its transaction. */
export class DocumentChanges {
	/** What was written, to be shown to others after the commit. */
	readonly committed: Committed[] = [];
	readonly #tx: Transaction;
	readonly #doors: DocumentDoors;
	readonly #now: () => Date;

	constructor(tx: Transaction, doors: DocumentDoors, now: () => Date) {
		this.#tx = tx;
		this.#doors = doors;
		this.#now = now;
	}

	/** Makes an empty document. */
	create(name: DocumentName, tenantId: string): Promise<void> {
		return createDocumentLog(this.#tx, this.#now).create(name, tenantId);
	}

	/** Changes documents. If the change is refused, nothing was written. */
	async change<Name extends DocumentName, T>(
		names: readonly Name[],
		apply: (docOf: (name: Name) => Y.Doc) => Result<T>
	): Promise<Result<T>> {
		const changed = await this.#doors.changeDocuments(this.#tx, names, apply);
		if (!changed.ok || !changed.value.result.ok) return changed.ok ? changed.value.result : changed;
		this.committed.push(...changed.value.committed);
		return ok(changed.value.result.value);
	}

	/** A decoded copy of a document as it stands in the transaction. */
	async read(name: DocumentName): Promise<Y.Doc> {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, await this.#doors.readDocument(this.#tx, name));
		return doc;
	}

	/** Marks this moment of documents. */
	mark(names: readonly DocumentName[], mark: Mark): Promise<void> {
		return setCheckpoint(this.#tx, names, mark);
	}

	/** From now on the document can only be read. */
	freeze(name: DocumentName): Promise<Result<void>> {
		return createDocumentLog(this.#tx, this.#now).freeze(name);
	}
}
