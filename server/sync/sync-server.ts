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
import { createHttpDoor, type HttpDoor } from './http-door.ts';
import type { Neighbours } from './neighbours.ts';
import { RoomNeighbours } from './room-neighbours.ts';
import { KeptCopies } from './kept-copies.ts';
import { Rooms } from './rooms.ts';
import { changeDocument, changeDocuments, keepCopies, readDocument, type Committed } from './server-changes.ts';
import { createUpgradeHandler, type OriginCheck, type UpgradeHandler, type Welcome } from './upgrade.ts';

/** What the composition root gives to the sync server. */
export interface SyncServerOptions {
	readonly database: Database;
	readonly access: DocumentAccess;
	readonly origins: OriginCheck;
	readonly clock: { now(): Date };
	readonly log: SyncLog;
	/** The log of documents; by default the one in `database`. */
	readonly documents?: DocumentLog;
	/** The other processes that serve the same database, if there are any. */
	readonly neighbours?: Neighbours | undefined;
	/** Hears the name of every document that people have changed, after the commit. */
	readonly changed?: (document: string) => void;
	/** Limits that differ from the ordinary ones. */
	readonly limits?: Partial<Limits>;
}

/** The collaboration of one process. */
export interface SyncServer {
	/** For the HTTP server's `upgrade` event. */
	readonly upgrade: UpgradeHandler;
	/** For requests to the same addresses over plain HTTP, where WebSockets do not get through. */
	readonly http: HttpDoor;
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
	/** The whole document as one update, as a transaction sees it. */
	readDocument(tx: Database | Transaction, name: DocumentName): Promise<Uint8Array>;
	/** Writes down what was accepted, says goodbye to everybody and ends. */
	close(): Promise<void>;
}

/** Puts the parts together. */
export function createSyncServer(options: SyncServerOptions): SyncServer {
	const limits: Limits = { ...ordinaryLimits, ...options.limits };
	const { access, clock, log, origins } = options;
	const documents = options.documents ?? createDocumentLog(options.database, () => clock.now());
	const author = { client: random.uint32(), copies: new KeptCopies(), now: () => clock.now() };
	const recheck = (document: string) => void connections.recheck({ documentPrefix: document });
	const elsewhere =
		options.neighbours && new RoomNeighbours({ neighbours: options.neighbours, documents, limits, log, recheck });
	const rooms = new Rooms({ documents, log, limits, neighbours: elsewhere });

	const commits = new CommitQueue(
		documents,
		{
			onOutcome: (document, outcome) => {
				settleOutcome(rooms, document, outcome);
				if (outcome.kind === 'committed') {
					elsewhere?.committed(document, outcome.rows);
					options.changed?.(document);
				} else if (outcome.kind !== 'stale') elsewhere?.ended(document);
			},
			onStall: () => connections.pauseWriters(),
			onGiveUp: () => connections.closeWriters(),
			onRecovery: () => connections.resumeWriters()
		},
		log,
		limits
	);
	const connections = new Connections({ rooms, commits, documents, access, log, limits });

	const welcome: Welcome = (...accepted) => connections.welcome(...accepted);

	return {
		upgrade: createUpgradeHandler(origins, limits, welcome),
		http: createHttpDoor({ origins, access, log, limits, welcome }),
		recheck: (filter) => connections.recheck(filter),
		changeDocument: (tx, name, apply) => changeDocument(tx, name, apply, author),
		changeDocuments: (tx, names, apply) => changeDocuments(tx, names, apply, author),
		ingestCommitted(committed) {
			keepCopies(author.copies, committed);
			const { name, seq, bytes } = committed;
			const rows = [{ seq, author: null, bytes }];
			rooms.arrived(name, rows);
			elsewhere?.committed(name, rows);
		},
		readDocument,
		async close() {
			connections.stopReading();
			await commits.close(limits.pauseWritersAfter);
			await connections.close();
			rooms.close();
			elsewhere?.close();
		}
	};
}

function settleOutcome(rooms: Rooms, document: string, outcome: AppendOutcome): void {
	switch (outcome.kind) {
		case 'committed':
			return rooms.arrived(document, outcome.rows, true);
		case 'stale':
			return void rooms.opened(document)?.restore(outcome.head);
		case 'frozen':
			return rooms.discard(document, closeCodes.rightChanged, 'this document can only be read now');
		case 'rewritten':
			return rooms.discard(document, closeCodes.tryAgainLater, 'this document was rewritten');
		case 'unknown':
			return rooms.discard(document, closeCodes.unknownDocument, 'there is no such document any more');
	}
}
