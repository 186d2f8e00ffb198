import type { Result } from '#domain/result.ts';

/** One line of a document's log: an update as everybody sees it, in its place. */
export interface LogRow {
	readonly seq: number;
	/** Who wrote it; null is the program itself. */
	readonly author: string | null;
	readonly bytes: Uint8Array;
}

/** What the log knows of a document before its content. */
export interface DocumentRecord {
	readonly tenantId: string;
	readonly state: 'open' | 'resting' | 'frozen';
	/** Rises when the document was rewritten to erase something. */
	readonly epoch: number;
	readonly head: number;
}

/** A document as it lies on disk: a snapshot and the updates after it. */
export interface StoredDocument extends DocumentRecord {
	readonly snapshot: Snapshot;
	readonly tail: readonly LogRow[];
	/** The person (null: the program) behind each Yjs client id that has written. */
	readonly owners: ReadonlyMap<number, string | null>;
}

/** Everything up to and with a sequence number, merged. */
export interface Merged {
	readonly uptoSeq: number;
	readonly bytes: Uint8Array;
}

/** What opening a document begins with, instead of its whole log. */
export interface Snapshot extends Merged {
	/** How far each client has written in it. */
	readonly clocks: ReadonlyMap<number, number>;
}

/** An update that is to be written down. */
export interface Entry {
	readonly document: string;
	readonly author: string | null;
	readonly bytes: Uint8Array;
	/** Client ids under which this document is written for the first time. */
	readonly newClients: readonly number[];
	/** The last row that was known when it was judged; without it the writer holds the document's row and knows all. */
	readonly known?: number;
	/** In which epoch the writer knew the document; left out by who holds its row. */
	readonly epoch?: number;
}

/**
 * What became of the entries of one document: all are written, or none. They are stale when somebody else (another process, as a
 * rule) has meanwhile written under the same clocks or taken one of the client ids: the log never tells one thing in two wordings.
 */
export type AppendOutcome =
	| { readonly kind: 'committed'; readonly rows: readonly LogRow[] }
	| { readonly kind: 'stale'; readonly head: number }
	/** It can only be read: for good, or while its process rests. */
	| { readonly kind: 'frozen' }
	/** The document has another epoch than the writer knew. */
	| { readonly kind: 'rewritten' }
	| { readonly kind: 'unknown' };

/**
 * The log of all documents. Sequence numbers of a document have no gaps and are visible in order, because whoever writes holds the
 * document's row. A name that was not created stays unknown: reading or writing never creates anything.
 */
export interface DocumentLog {
	find(name: string): Promise<DocumentRecord | null>;
	load(name: string): Promise<StoredDocument | null>;
	/** The rows after a sequence number, in order. */
	after(name: string, seq: number): Promise<LogRow[]>;
	/** The person (null: the program) behind each Yjs client id that has written. */
	owners(name: string): Promise<Map<number, string | null>>;
	/** The last sequence number of each of these documents that exists. */
	heads(names: readonly string[]): Promise<Map<string, number>>;
	/** Writes the entries of all documents in one transaction; when it returns they are committed. */
	append(entries: readonly Entry[]): Promise<Map<string, AppendOutcome>>;
	create(name: string, tenantId: string): Promise<void>;
	/** From now on the document can only be read. */
	freeze(name: string): Promise<Result<void>>;
	/**
	 * Folds the log into a new snapshot; the rows stay, for history. Null when there is nothing to fold or another process is at it;
	 * a snapshot that somebody else has made beyond `known` is given instead.
	 */
	compact(name: string, known?: number): Promise<Snapshot | null>;
}
