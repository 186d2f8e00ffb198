import type { PGlite, Transaction } from '@electric-sql/pglite';
import { DocumentJournal, type JournalEntries } from './document-journal.ts';
import type { JournalFile } from './journal-file.ts';

/** Statements that name no table of documents cannot see one. */
const touchesDocuments = (statement: string) => /document/i.test(statement);
const onlyReads = (statement: string) => /^\s*select\b/i.test(statement);

/** What appends to documents without a commit of the database. */
export interface Journal {
	/** Appends to the documents that stand where they are believed to stand; the answers are their new heads, or null. */
	append(entries: readonly JournalEntries[], at: Date): Promise<(number | null)[]>;
}

/** Which embedded databases have one. */
const journals = new WeakMap<object, Journal>();

/** The journal of an embedded database; null for a server of its own, and for a transaction. */
export function journalOf(database: object): Journal | null {
	const client: unknown = '$client' in database ? database.$client : null;
	return (typeof client === 'object' && client && journals.get(client)) || null;
}

/**
 * PGlite with a journal before it, to be used like PGlite. One after the other, and each alone: a statement on documents, a transaction,
 * an append. So whoever looks at documents finds in the tables what was appended before, and nothing is appended meanwhile.
 */
export function withJournal(pglite: PGlite, file: JournalFile): PGlite {
	const embedded = new EmbeddedDatabase(pglite, file);
	const own: Partial<PGlite> = {
		query: (statement, ...rest) => embedded.use(statement, () => pglite.query(statement, ...rest)),
		exec: (statement, ...rest) => embedded.use(statement, () => pglite.exec(statement, ...rest)),
		transaction: (work) => embedded.transaction(work),
		close: () => embedded.close()
	};
	const client = new Proxy(pglite, {
		get(target, key) {
			const value: unknown = Reflect.get(key in own ? own : target, key, key in own ? own : target);
			return typeof value === 'function' && !(key in own) ? value.bind(target) : value;
		}
	});
	journals.set(client, embedded);
	return client;
}

class EmbeddedDatabase implements Journal {
	readonly #journal: DocumentJournal;
	#last: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly pglite: PGlite,
		file: JournalFile
	) {
		// What cannot be written now is tried again by whoever needs it, and she hears why it fails.
		this.#journal = new DocumentJournal(
			pglite,
			file,
			() => void this.#alone(() => this.#journal.writeBack()).catch(() => {})
		);
	}

	append(entries: readonly JournalEntries[], at: Date): Promise<(number | null)[]> {
		return this.#alone(() => this.#journal.append(entries, at.getTime()));
	}

	use<T>(statement: string, work: () => Promise<T>): Promise<T> {
		if (!touchesDocuments(statement)) return work();
		return this.#alone(async () => {
			await this.#journal.writeBack();
			try {
				return await work();
			} finally {
				if (!onlyReads(statement)) this.#journal.forget();
			}
		});
	}

	transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
		return this.#alone(async () => {
			await this.#journal.writeBack();
			let touched = false;
			const noted = (statement: string) => {
				touched ||= touchesDocuments(statement);
				return statement;
			};
			try {
				return await this.pglite.transaction((tx) =>
					work({
						...tx,
						query: (statement, ...rest) => tx.query(noted(statement), ...rest),
						exec: (statement, ...rest) => tx.exec(noted(statement), ...rest)
					})
				);
			} finally {
				if (touched) this.#journal.forget();
			}
		});
	}

	async close(): Promise<void> {
		await this.#alone(async () => {
			try {
				await this.#journal.writeBack();
			} finally {
				this.#journal.close();
				await this.pglite.close();
			}
		});
	}

	/** In the order in which it was asked for. */
	#alone<T>(work: () => Promise<T>): Promise<T> {
		const turn = this.#last.then(work);
		this.#last = turn.catch(() => {});
		return turn;
	}
}
