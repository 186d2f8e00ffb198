import { ok, refuse, type Result } from '#domain/result.ts';

/** The parts of a board: facilitators write the scaffold, participants the cards. */
export const boardParts = ['scaffold', 'cards'] as const;
export type BoardPart = (typeof boardParts)[number];

/** The name under which a collaborative document is opened at `/sync/<name>` and kept in the log. */
export type DocumentName = `board:${string}:${BoardPart}` | `text:${string}`;

/** What a document name says, taken apart. */
export type DocumentAddress = { kind: 'board'; id: string; part: BoardPart } | { kind: 'text'; id: string };

const pattern = /^(?:board:(?<board>[0-9a-f-]{36}):(?<part>scaffold|cards)|text:(?<text>[0-9a-f-]{36}))$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads a document name. Ids are UUIDs in small letters, so that every document has exactly one spelling. */
export function parseDocumentName(name: string): Result<DocumentAddress> {
	const found = pattern.exec(name)?.groups;
	const id = found?.board ?? found?.text;
	if (!found || !id || !uuid.test(id)) return refuse({ code: 'thing.not-found', kind: 'document' });
	return ok(found.board ? { kind: 'board', id, part: found.part as BoardPart } : { kind: 'text', id });
}

/** Writes a document name; `parseDocumentName` reads it back. */
export function formatDocumentName(address: DocumentAddress): DocumentName {
	return address.kind === 'board' ? `board:${address.id}:${address.part}` : `text:${address.id}`;
}

/** The names of a board's two documents. */
export function boardDocuments(id: string) {
	return { scaffold: `board:${id}:scaffold`, cards: `board:${id}:cards` } as const;
}
