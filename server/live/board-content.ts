import { inArray } from 'drizzle-orm';
import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import type { BoardSnapshot } from '#board/board-element.ts';
import { readLegend, type Legend } from '#board/legend.ts';
import { readBoard } from '#board/snapshot.ts';
import { boardDocuments, type DocumentName } from '#protocol/document-names.ts';
import type { Database } from '../db/database.ts';
import { documents } from '../db/schema/documents.ts';
import { readDocument } from '../sync/server-changes.ts';

/** What a board holds at one moment. */
interface Content {
	snapshot: BoardSnapshot;
	legend: Legend;
}

/** What lies on boards, read from their documents. The last reading of a board is kept until its documents change. */
export class BoardContent {
	readonly #kept = new Map<string, { heads: string; content: Content }>();
	readonly #db: Database;
	constructor(db: Database) {
		this.#db = db;
	}

	async read(boardId: string): Promise<BoardSnapshot> {
		return (await this.#read(boardId)).snapshot;
	}

	/** What the colours of a board mean. */
	async legend(boardId: string): Promise<Legend> {
		return (await this.#read(boardId)).legend;
	}

	async #read(boardId: string): Promise<Content> {
		const names = boardDocuments(boardId);
		const rows = await this.#db
			.select({ name: documents.name, head: documents.head })
			.from(documents)
			.where(inArray(documents.name, [names.scaffold, names.cards]));
		const heads = rows
			.map(({ name, head }) => `${name}@${head}`)
			.sort()
			.join(' ');
		const kept = this.#kept.get(boardId);
		if (kept?.heads === heads) return kept.content;
		const content = await readContent(this.#db, boardId);
		this.#kept.delete(boardId);
		this.#kept.set(boardId, { heads, content });
		if (this.#kept.size > 100) this.#kept.delete(this.#kept.keys().next().value!);
		return content;
	}
}

/** What lies on a board at this moment. */
export async function readBoardNow(db: Database, boardId: string): Promise<BoardSnapshot> {
	return (await readContent(db, boardId)).snapshot;
}

async function readContent(db: Database, boardId: string): Promise<Content> {
	const names = boardDocuments(boardId);
	const [scaffold, cards] = await Promise.all([open(db, names.scaffold), open(db, names.cards)]);
	const docs = new BoardDocs(scaffold, cards);
	const content = { snapshot: readBoard(docs), legend: readLegend(docs) };
	scaffold.destroy();
	cards.destroy();
	return content;
}

async function open(db: Database, name: DocumentName): Promise<Y.Doc> {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, await readDocument(db, name));
	return doc;
}
