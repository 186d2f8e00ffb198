import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import { boardDocuments, formatDocumentName, type DocumentName } from '#protocol/document-names.ts';
import type { Database, Transaction } from './db/database.ts';
import { readCheckpoint } from './sync/history.ts';

/** A board as it was at one of its checkpoints. */
export async function pastBoard(db: Database | Transaction, boardId: string, checkpoint: string): Promise<BoardDocs> {
	const { scaffold, cards } = boardDocuments(boardId);
	return new BoardDocs(await pastDocument(db, scaffold, checkpoint), await pastDocument(db, cards, checkpoint));
}

/** A text as it was at one of its checkpoints. */
export function pastText(db: Database | Transaction, textId: string, checkpoint: string): Promise<Y.Doc> {
	return pastDocument(db, formatDocumentName({ kind: 'text', id: textId }), checkpoint);
}

async function pastDocument(db: Database | Transaction, name: DocumentName, checkpoint: string): Promise<Y.Doc> {
	const bytes = await readCheckpoint(db, name, checkpoint);
	if (!bytes) throw new Error(`${name} has no checkpoint ${checkpoint}`);
	const doc = new Y.Doc();
	Y.applyUpdate(doc, bytes);
	return doc;
}
