import type { PGlite } from '@electric-sql/pglite';
import type { JournalFile } from './journal-file.ts';
import { readRows, writeRows, type JournalRow } from './journal-rows.ts';

/** Where a document's log stands: its last number, and how often it was rewritten. */
export interface JournalPlace {
	readonly head: number;
	readonly epoch: number;
}

/** Rows for one document, and where its log has to stand for them to be taken. */
export interface JournalEntries {
	readonly document: string;
	readonly place: JournalPlace;
	readonly updates: readonly { readonly author: string | null; readonly bytes: Uint8Array }[];
}

/** When rows are brought into the tables although nobody looks at them. */
const limits = { writeBackAfter: 5000, writeBackBytes: 1 << 20 };

/**
 * The embedded database needs more than a millisecond of processor time for a commit, a line in a file a twentieth of that. So the
 * updates of documents are written into a file first, and brought into the tables in one go before anybody looks at them, at the latest
 * after five seconds. Only the embedded database has a journal, and it has one user, so nobody can look past it. Everything here happens
 * while nobody else uses the tables of documents: `embedded-database.ts` sees to that.
 */
export class DocumentJournal {
	/** Open documents whose place is known and believed until somebody else may have changed one. */
	readonly #places = new Map<string, JournalPlace>();
	#pending: JournalRow[];
	#pendingBytes = 0;
	#timer: NodeJS.Timeout | null = null;

	/** @param soon Asks for a turn in which `writeBack` is called. */
	constructor(
		private readonly pglite: PGlite,
		private readonly file: JournalFile,
		private readonly soon: () => void
	) {
		this.#pending = file.found.flatMap(readRows);
	}

	/** Takes the rows of every document that is open and stands where it is believed to stand; the answer is its new head, else null. */
	async append(entries: readonly JournalEntries[], at: number): Promise<(number | null)[]> {
		await this.#learn(entries.map(({ document }) => document).filter((document) => !this.#places.has(document)));
		const heads = entries.map(({ document, place, updates }) => {
			const known = this.#places.get(document);
			return known?.head === place.head && known.epoch === place.epoch ? place.head + updates.length : null;
		});
		const rows = entries.flatMap(({ document, place, updates }, index) =>
			heads[index] === null
				? []
				: updates.map(({ author, bytes }, offset) => ({ document, seq: place.head + 1 + offset, author, at, bytes }))
		);
		if (rows.length === 0) return heads;
		if (this.#pendingBytes > limits.writeBackBytes) await this.writeBack();
		this.file.append(writeRows(rows));
		for (const [index, { document, place }] of entries.entries()) {
			const head = heads[index];
			if (head) this.#places.set(document, { ...place, head });
		}
		this.#pending.push(...rows);
		this.#pendingBytes += rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
		this.#timer ??= setTimeout(this.soon, limits.writeBackAfter).unref();
		return heads;
	}

	/** Brings what only the file holds into the tables. A row that is there already is not written again. */
	async writeBack(): Promise<void> {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		if (this.#pending.length === 0) return;
		try {
			await insertRows(this.pglite, this.#pending);
		} catch (error) {
			// PGlite adds to its error what it was asked to write, and that has no place in a log of the program.
			throw new Error(
				`The journal cannot be brought into the tables: ${error instanceof Error ? error.message : String(error)}`
			);
		}
		this.file.empty();
		this.#pending = [];
		this.#pendingBytes = 0;
	}

	/** Somebody else may have changed documents: nothing is believed any more. */
	forget(): void {
		this.#places.clear();
	}

	close(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.file.close();
	}

	async #learn(documents: readonly string[]): Promise<void> {
		if (documents.length === 0) return;
		await this.writeBack();
		const { rows } = await this.pglite.query<{ name: string; head: number; epoch: number }>(
			`select name, head, epoch from documents where state = 'open' and name = any($1)`,
			[documents]
		);
		for (const { name, head, epoch } of rows) this.#places.set(name, { head: Number(head), epoch });
	}
}

/** Rows that do not follow the last one of their document belong to another state of the folder and are left alone. */
async function insertRows(pglite: PGlite, rows: readonly JournalRow[]): Promise<void> {
	await pglite.query(
		`with entry as materialized (
			select entry.*, documents.head
			from unnest($1::text[], $2::bigint[], $3::uuid[], $4::float8[], $5::text[]) as entry (document, seq, author, at, bytes)
			join documents on documents.name = entry.document
			where entry.seq > documents.head
		), span as (
			select document, max(seq) as last from entry group by document, head having min(seq) = head + 1
		), moved as (
			update documents set head = span.last from span where documents.name = span.document
		)
		insert into document_updates (document, seq, author, at, bytes)
		select document, seq, author, to_timestamp(at / 1000), decode(bytes, 'hex') from entry join span using (document)`,
		[
			rows.map(({ document }) => document),
			rows.map(({ seq }) => seq),
			rows.map(({ author }) => author),
			rows.map(({ at }) => at),
			rows.map(({ bytes }) => Buffer.from(bytes).toString('hex'))
		]
	);
}
