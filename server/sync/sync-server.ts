import * as random from 'lib0/random';
import type { Doc } from 'yjs';
import type { Result } from '#domain/result.ts';
import { closeCodes } from '#protocol/close-codes.ts';
import type { DocumentName } from '#protocol/document-names.ts';
import { limits as ordinaryLimits, type Limits } from '#protocol/limits.ts';
import type { Database, Transaction } from '#server/db/database.ts';
import type { DocumentAccess, SyncLog } from './access.ts';
import { CommitQueue } from './commit-queue.ts';
import { Connections, type RecheckFilter } from './connections.ts';
import type { AppendOutcome, DocumentLog } from './document-log.ts';
import { createDocumentLog } from './drizzle-document-log.ts';
import { Rooms } from './rooms.ts';
import { changeDocument, changeDocuments, readDocument, type Committed } from './server-changes.ts';
import { createUpgradeHandler, type OriginCheck, type UpgradeHandler } from './upgrade.ts';

/** What the composition root gives to the sync server. */
export interface SyncServerOptions {
	readonly database: Database;
	readonly access: DocumentAccess;
	readonly origins: OriginCheck;
	readonly clock: { now(): Date };
	readonly log: SyncLog;
	/** The log of documents; by default the one in `database`. */
	readonly documents?: DocumentLog;
	/** Hears the name of every document that people have changed, after the commit. */
	readonly changed?: (document: string) => void;
	/** Limits that differ from the ordinary ones. */
	readonly limits?: Partial<Limits>;
}

/** The collaboration of one process. */
export interface SyncServer {
	/** For the HTTP server's `upgrade` event. */
	readonly upgrade: UpgradeHandler;
	/** Rights may have changed: asks again for every open connection that fits and closes those that may not stay as they are. */
	recheck(filter: RecheckFilter): Promise<void>;
	/** Changes a document inside a command's transaction; afterwards hand `committed` to `ingestCommitted`. */
	changeDocument<T>(
		tx: Transaction,
		name: DocumentName,
		apply: (doc: Doc) => T
	): Promise<Result<{ result: T; committed: Committed | null }>>;
	/** The same for several documents at once. */
	changeDocuments<Name extends DocumentName, T>(
		tx: Transaction,
		names: readonly Name[],
		apply: (docOf: (name: Name) => Doc) => T
	): Promise<Result<{ result: T; committed: Committed[] }>>;
	/** A command's transaction is committed: shows its change to everybody in the room. */
	ingestCommitted(committed: Committed): void;
	/** Another process has written this document up to this number of its log: shows what is missing here. */
	reached(document: string, head: number): void;
	/** The whole document as one update, as a transaction sees it. */
	readDocument(tx: Database | Transaction, name: DocumentName): Promise<Uint8Array>;
	/** Writes down what was accepted, says goodbye to everybody and ends. */
	close(): Promise<void>;
}

/** Puts the parts together. */
export function createSyncServer(options: SyncServerOptions): SyncServer {
	const limits: Limits = { ...ordinaryLimits, ...options.limits };
	const { log, clock } = options;
	const documents = options.documents ?? createDocumentLog(options.database, () => clock.now());
	const author = { client: random.uint32(), now: () => clock.now() };
	const rooms = new Rooms({ documents, log, limits });

	const commits = new CommitQueue(
		documents,
		{
			onOutcome: (document, outcome) => {
				settleOutcome(rooms, document, outcome);
				if (outcome.kind === 'committed') options.changed?.(document);
			},
			onStall: () => connections.pauseWriters(),
			onGiveUp: () => connections.closeWriters(),
			onRecovery: () => connections.resumeWriters()
		},
		log,
		limits
	);
	const connections = new Connections({ rooms, commits, documents, access: options.access, log, limits });

	return {
		upgrade: createUpgradeHandler(options.origins, limits, (...accepted) => connections.welcome(...accepted)),
		recheck: (filter) => connections.recheck(filter),
		changeDocument: (tx, name, apply) => changeDocument(tx, name, apply, author),
		changeDocuments: (tx, names, apply) => changeDocuments(tx, names, apply, author),
		ingestCommitted: ({ name, seq, bytes }) => rooms.arrived(name, [{ seq, author: null, bytes }]),
		reached: (document, head) => rooms.reached(document, head),
		readDocument,
		async close() {
			connections.stopReading();
			await commits.close(limits.pauseWritersAfter);
			await connections.close();
			rooms.close();
		}
	};
}

function settleOutcome(rooms: Rooms, document: string, outcome: AppendOutcome): void {
	switch (outcome.kind) {
		case 'committed':
			return rooms.arrived(document, outcome.rows);
		case 'frozen':
			return rooms.discard(document, closeCodes.rightChanged, 'this document can only be read now');
		case 'unknown':
			return rooms.discard(document, closeCodes.unknownDocument, 'there is no such document any more');
	}
}
