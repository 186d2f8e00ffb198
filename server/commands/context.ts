import type * as Y from 'yjs';
import type { Actor } from '../auth/actor.ts';
import type { Transaction } from '../db/database.ts';

/** Where a command acts: the tenant, and the things from which somebody's standing follows. */
export interface Place {
	tenantId: string;
	processId?: string;
	sessionId?: string;
	textId?: string;
}

/** What leaves after the commit, for open screens and sockets. */
export type Announcement =
	| { kind: 'session.changed'; tenantId: string; sessionId: string }
	| { kind: 'access.changed'; personId?: string; documents?: string[] };

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
	createDocument(name: string): Promise<void>;
	/** Changes collaborative documents inside the transaction; others see it after the commit. Names in any order. */
	changeDocuments<T>(names: string[], apply: (...docs: Y.Doc[]) => T): Promise<T>;
	/** Reads a collaborative document as it stands in this transaction. */
	readDocument(name: string): Promise<Y.Doc>;
	/** Nobody can write to the document any more. */
	freezeDocument(name: string): Promise<void>;
	/** Says after the commit that something changed. */
	announce(what: Announcement): void;
}
