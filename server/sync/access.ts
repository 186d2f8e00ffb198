import type { IncomingMessage } from 'node:http';
import type { DocumentAddress } from '#protocol/document-names.ts';
import type { PresenceIdentity } from '#protocol/presence.ts';

/** What somebody may do with a document as a whole. */
export type DocumentRight = 'none' | 'read' | 'write';

/** Somebody who is signed in, or a guest who has joined. */
export interface Visitor {
	/** The person's id; the log names the author by it. */
	readonly personId: string;
	/** When the session ends unless it is prolonged; null when it has no end. */
	readonly sessionEnds: Date | null;
}

/** What the program allows a visitor in one document. */
export interface Grant {
	readonly right: DocumentRight;
	/** Who the visitor is for the others in this document. */
	readonly identity: PresenceIdentity;
	/** The tenant in whose name the visitor comes; documents of other tenants do not exist for it. */
	readonly tenantId: string;
}

/** How the sync server asks the rest of the program who comes and what is allowed. Asked at the start and again at every `recheck`. */
export interface DocumentAccess {
	/** Who sends this request, by its session cookie; null when nobody is signed in. */
	identify(request: IncomingMessage): Promise<Visitor | null>;
	grant(visitor: Visitor, document: DocumentAddress): Promise<Grant>;
}

/** Where the server writes what the operators should know. pino fits. */
export interface SyncLog {
	info(fields: object, message: string): void;
	warn(fields: object, message: string): void;
	error(fields: object, message: string): void;
}
