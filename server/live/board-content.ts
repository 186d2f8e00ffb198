import { inArray } from 'drizzle-orm';
import { BoardDocs } from '#board/board-docs.ts';
import type { BoardSnapshot } from '#board/board-element.ts';
import { readLegend, type Legend } from '#board/legend.ts';
import { readBoard } from '#board/snapshot.ts';
import { boardDocuments, type DocumentName } from '#protocol/document-names.ts';
import type { Database } from '../db/database.ts';
import { documents } from '../db/schema/documents.ts';
import { createDocumentLog } from '../sync/drizzle-document-log.ts';
import { KeptCopies, upToDate } from '../sync/kept-copies.ts';

/** What a board holds at one moment. */
interface Content {
	snapshot: BoardSnapshot;
	legend: Legend;
}

/**
 * What lies on boards, read from their documents. The last reading of a board is kept until its documents change, and of boards that
 * change often the documents as well, so that only what came since has to be read.
 */
export class BoardContent {
	readonly #copies = new KeptCopies();
	readonly #turns = new Map<string, Promise<void>>();
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

	/** One after the other: who asks later never gets, or shows, an earlier state. */
	#read(boardId: string): Promise<Content> {
		const before = this.#turns.get(boardId) ?? Promise.resolve();
		const mine = before.then(() => this.#readNow(boardId));
		const done = mine.then(
			() => undefined,
			() => undefined
		);
		this.#turns.set(boardId, done);
		void done.then(() => this.#turns.get(boardId) === done && this.#turns.delete(boardId));
		return mine;
	}

	async #readNow(boardId: string): Promise<Content> {
		const { scaffold, cards } = boardDocuments(boardId);
		const rows = await this.#db
			.select({ name: documents.name, head: documents.head, epoch: documents.epoch })
			.from(documents)
			.where(inArray(documents.name, [scaffold, cards]));
		const heads = rows
			.map(({ name, head, epoch }) => `${name}@${epoch}.${head}`)
			.sort()
			.join(' ');
		const kept = this.#kept.get(boardId);
		if (kept?.heads === heads) return kept.content;
		const read = (name: DocumentName) => {
			const place = rows.find((row) => row.name === name);
			const copy = place ? this.#copies.take(name, place) : null;
			return upToDate(createDocumentLog(this.#db, epochStart), name, copy, place?.head ?? 0);
		};
		const [first, second] = await Promise.all([read(scaffold), read(cards)]);
		const content = contentOf(new BoardDocs(first.doc, second.doc));
		this.#copies.keep(scaffold, first);
		this.#copies.keep(cards, second);
		this.#kept.delete(boardId);
		this.#kept.set(boardId, { heads, content });
		if (this.#kept.size > 100) this.#kept.delete(this.#kept.keys().next().value!);
		return content;
	}
}

/** What lies on a board at this moment. */
export async function readBoardNow(db: Database, boardId: string): Promise<BoardSnapshot> {
	const log = createDocumentLog(db, epochStart);
	const { scaffold, cards } = boardDocuments(boardId);
	const [first, second] = await Promise.all([upToDate(log, scaffold, null, 0), upToDate(log, cards, null, 0)]);
	return contentOf(new BoardDocs(first.doc, second.doc)).snapshot;
}

const contentOf = (docs: BoardDocs): Content => ({ snapshot: readBoard(docs), legend: readLegend(docs) });
/** Nothing is written here. */
const epochStart = () => new Date(0);
