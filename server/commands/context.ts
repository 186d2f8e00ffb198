import type * as Y from 'yjs';
import type { Result } from '#domain/result.ts';
import type { DocumentName } from '#protocol/document-names.ts';
import type { Actor } from '../auth/actor.ts';
import type { Setting } from '../auth/standings.ts';
import type { Transaction } from '../db/database.ts';
import type { CheckpointLabel } from '../db/schema/documents.ts';
import type { Mark } from '../sync/history.ts';

/** Where a command acts: the tenant, and the things from which somebody's standing follows. */
export type Place = Setting;

/** What leaves after the commit, for open screens and sockets. */
export type Announcement =
	| { kind: 'session.changed'; sessionId: string }
	/** Something of the process itself, such as its synthesis. */
	| { kind: 'process.changed'; processId: string }
	/** What is said about a text, such as suggestions; its words travel as a document. */
	| { kind: 'text.changed'; textId: string }
	/** Rights may have changed: of a person, or for the documents whose names begin so. */
	| { kind: 'access.changed'; personId?: string; documentPrefix?: string };

/** What a command has at hand: who asks, when, one transaction, and the doors to documents and open screens. */
export interface Context {
	actor: Actor;
	/** The person who asks; null before sign-in. */
	personId: string | null;
	tenantId: string;
	place: Place;
	now: Date;
	tx: Transaction;
	newId(): string;
	/** Makes a collaborative document; it is part of the transaction. */
	createDocument(name: DocumentName): Promise<void>;
	/** Changes collaborative documents inside the transaction; others see it after the commit. */
	changeDocuments<Name extends DocumentName, T>(
		names: readonly Name[],
		apply: (docOf: (name: Name) => Y.Doc) => Result<T>
	): Promise<Result<T>>;
	/** A decoded copy of a collaborative document as it stands in this transaction. */
	readDocument(name: DocumentName): Promise<Y.Doc>;
	/** Nobody can write to the document any more. */
	freezeDocument(name: DocumentName): Promise<Result<void>>;
	/** Marks this moment of documents, before whatever the command goes on to change in them; returns the checkpoint's id. */
	setCheckpoint(names: readonly DocumentName[], kind: Mark['kind'], label: CheckpointLabel): Promise<string>;
	/** Says after the commit that something changed. */
	announce(what: Announcement): void;
}
