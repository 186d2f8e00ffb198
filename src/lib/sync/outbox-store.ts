/** A piece of work that the server has not confirmed as saved. */
export interface KeptWork {
	readonly id: number;
	readonly person: string;
	readonly document: string;
	/** The page that wrote it, or has taken it over; another page leaves it alone while that one lives. */
	readonly page: string;
	/** When it was kept, in milliseconds since 1970. */
	readonly at: number;
	/** How many changes the update holds. */
	readonly changes: number;
	readonly update: Uint8Array;
}

/** The name of the database in the browser. */
export const outboxDatabase = 'wirkraum-outbox';
/** Unsent work is kept this long, in milliseconds. */
export const longestKept = 30 * 24 * 60 * 60_000;
const table = 'work';
const index = 'person, document';

/**
 * The part of the browser that outlives a page and holds unsent work until the server has it: nothing of anybody else, and no
 * whole document.
 */
export class OutboxStore {
	private constructor(private readonly database: IDBDatabase) {}

	/** Opens it; rejects where the browser keeps nothing. */
	static async open(factory: IDBFactory): Promise<OutboxStore> {
		const opening = factory.open(outboxDatabase, 1);
		opening.onupgradeneeded = () => {
			const work = opening.result.createObjectStore(table, { keyPath: 'id', autoIncrement: true });
			work.createIndex(index, ['person', 'document']);
		};
		const database = await answerOf(opening);
		// Whoever deletes it, at signing out, need not wait for this page.
		database.onversionchange = () => database.close();
		return new OutboxStore(database);
	}

	/** Keeps a piece; answers with its id. */
	async add(piece: Omit<KeptWork, 'id'>): Promise<number> {
		return this.#change(async (work) => (await answerOf(work.add(piece))) as number);
	}

	async remove(ids: readonly number[]): Promise<void> {
		if (ids.length === 0) return;
		await this.#change(async (work) => ids.forEach((id) => work.delete(id)));
	}

	/** All pieces of a person for a document, oldest first. */
	async of(person: string, document: string): Promise<KeptWork[]> {
		return answerOf<KeptWork[]>(this.#work('readonly').index(index).getAll([person, document]));
	}

	/** All pieces of a person, for whichever document, oldest first. */
	async ofPerson(person: string): Promise<KeptWork[]> {
		const all = await answerOf<KeptWork[]>(this.#work('readonly').getAll());
		return all.filter((piece) => piece.person === person);
	}

	/** Makes a page the owner of all pieces whose page is gone, in one step, and answers with what it owns now. */
	async takeOver(
		whose: Pick<KeptWork, 'person' | 'document' | 'page'>,
		isGone: (page: string) => boolean
	): Promise<KeptWork[]> {
		const { person, document, page } = whose;
		return this.#change(async (work) => {
			const all = await answerOf<KeptWork[]>(work.index(index).getAll([person, document]));
			const orphans = all
				.filter((piece) => piece.page === page || isGone(piece.page))
				.map((piece) => ({ ...piece, page }));
			for (const piece of orphans) work.put(piece);
			return orphans;
		});
	}

	/** Removes what another person left in this browser, and what is older than a day given. */
	async sweep(person: string, before: number): Promise<void> {
		await this.#change(async (work) => {
			for (const piece of await answerOf<KeptWork[]>(work.getAll())) {
				if (piece.person !== person || piece.at < before) work.delete(piece.id);
			}
		});
	}

	/** How many changes wait, of whichever person and document. */
	async waiting(): Promise<number> {
		const all = await answerOf<KeptWork[]>(this.#work('readonly').getAll());
		return all.reduce((sum, { changes }) => sum + changes, 0);
	}

	close(): void {
		this.database.close();
	}

	#work(mode: IDBTransactionMode): IDBObjectStore {
		return this.database.transaction(table, mode).objectStore(table);
	}

	/** Settles when the change is kept, not before. */
	async #change<T>(change: (work: IDBObjectStore) => Promise<T>): Promise<T> {
		const work = this.#work('readwrite');
		const done = new Promise<void>((resolve, reject) => {
			work.transaction.oncomplete = () => resolve();
			work.transaction.onabort = () => reject(work.transaction.error ?? new Error('the browser kept nothing'));
		});
		// Whichever fails first is told; the other is no surprise.
		done.catch(() => undefined);
		const result = await change(work);
		await done;
		return result;
	}
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('the browser did not answer'));
	});
}

/** Removes the outbox from this browser, at signing out. */
export async function forgetOutbox(factory: IDBFactory): Promise<void> {
	await answerOf(factory.deleteDatabase(outboxDatabase));
}
