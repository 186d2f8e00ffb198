import { randomBytes } from 'node:crypto';
import type * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import { newElementId } from '#board/ids.ts';
import { addElements } from '#board/operations/add-elements.ts';
import { deleteElements } from '#board/operations/delete-elements.ts';
import { editText } from '#board/operations/edit-text.ts';
import { putIntoArea } from '#board/operations/put-into-area.ts';
import { Origin } from '#board/shape.ts';
import type { Result } from '#domain/result.ts';
import { boardDocuments, type DocumentName } from '#protocol/document-names.ts';
import type { Database } from '#server/db/database.ts';
import { changeDocuments } from '#server/sync/server-changes.ts';

const origin = new Origin('server');

/** Puts cards together under a topic, as somebody at the board does; returns the topic's element id. */
export async function makeTopic(
	db: Database,
	boardId: string,
	title: string,
	cards: readonly string[]
): Promise<string> {
	const id = newElementId(randomBytes);
	const topic = { id, type: 'area', layer: 'cards', by: 'test', text: title } as const;
	await atTheBoard(db, boardId, (docs) => {
		const made = addElements(docs, [topic], origin, Math.random);
		return made.ok ? putIntoArea(docs, cards, id, origin) : made;
	});
	return id;
}

/** Writes other words on a card or topic, likewise. */
export function writeOn(db: Database, boardId: string, elementId: string, after: string): Promise<void> {
	return atTheBoard(db, boardId, (docs) => editText(docs, elementId, { after }, origin));
}

/** Throws things away, likewise. */
export function throwAway(db: Database, boardId: string, ...ids: string[]): Promise<void> {
	return atTheBoard(db, boardId, (docs) => deleteElements(docs, ids, { by: 'p1', at: 1 }, origin));
}

/** Works on a board as somebody does who may write in all of it. */
export async function atTheBoard(
	db: Database,
	boardId: string,
	work: (docs: BoardDocs) => Result<unknown>
): Promise<void> {
	const { scaffold, cards } = boardDocuments(boardId);
	const author = { client: 4711, now: () => new Date() };
	const change = (docOf: (name: DocumentName) => Y.Doc) => {
		const done = work(new BoardDocs(docOf(scaffold), docOf(cards)));
		if (!done.ok) throw new Error(done.problem.code);
	};
	await db.transaction((tx) => changeDocuments(tx, [scaffold, cards], change, author));
}
