import { mergeUpdates } from 'yjs';
import { gonePages, showLife, thisPage } from './living-pages.ts';
import { longestKept, OutboxStore, type KeptWork } from './outbox-store.ts';

/** Letters that follow each other are kept together, within this time; most are saved before. */
export const keepWithin = 150;
/** The browser may take this long to open what it keeps; then work goes on without. */
const openingWithin = 2_000;

/** Whose work it is, and on what. */
export interface OutboxOwner {
	readonly person: string;
	readonly document: string;
	readonly page: string;
}

/** All open outboxes of this page: before one looks for earlier work, the others write down what they hold. */
const open = new Set<Outbox>();

/**
 * Keeps this page's unsaved changes to one document in the browser, so that they survive a reload or a closed tab. Where the
 * browser keeps nothing, or no more, work goes on and `holds` says so.
 */
export class Outbox {
	#pending: Uint8Array[] = [];
	#kept: number[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;
	#work: Promise<void> = Promise.resolve();
	#failed = false;
	#closed = false;

	constructor(
		private readonly store: Promise<OutboxStore | null>,
		private readonly owner: OutboxOwner,
		private readonly now: () => number = () => Date.now()
	) {
		open.add(this);
		void store.then((opened) => (this.#failed ||= opened === null));
	}

	/** Whether a reload would lose nothing. */
	get holds(): boolean {
		return !this.#failed;
	}

	/** The earlier work of this page and of pages that are gone. From now on it belongs to this page. */
	async takeOver(): Promise<KeptWork[]> {
		for (const outbox of open) outbox.flush();
		await Promise.all([...open].map((outbox) => outbox.#work));
		const found = await this.#attempt(async (store) => store.takeOver(this.owner, await gonePages()));
		this.#kept.push(...(found ?? []).map(({ id }) => id));
		return found ?? [];
	}

	/** A change was made here. */
	keep(update: Uint8Array): void {
		if (this.#failed || this.#closed) return;
		this.#pending.push(update);
		this.#timer ??= setTimeout(() => this.flush(), keepWithin);
	}

	/** Everything that was handed over before this moment is on the server's disk. */
	saved(): void {
		this.#forgetPending();
		this.#then(async (store) => {
			await store.remove(this.#kept.splice(0));
			// What could not be kept is saved now; there is room for a new attempt.
			this.#failed = false;
		});
	}

	/** Writes down what waits; called also when the page is about to go. */
	flush(): void {
		if (this.#pending.length === 0) return;
		const updates = this.#pending;
		this.#forgetPending();
		this.#then(async (store) => {
			// A later piece without an earlier one could not be understood.
			if (this.#failed) return;
			const { length: changes } = updates;
			this.#kept.push(await store.add({ ...this.owner, at: this.now(), changes, update: mergeUpdates(updates) }));
		});
	}

	/** What is kept now, the last letters included. */
	async pieces(): Promise<KeptWork[]> {
		this.flush();
		await this.#work;
		const all = (await this.#attempt((store) => store.of(this.owner.person, this.owner.document))) ?? [];
		return all.filter(({ id }) => this.#kept.includes(id));
	}

	/** Throws pieces away. */
	async discard(ids: readonly number[]): Promise<void> {
		this.#kept = this.#kept.filter((id) => !ids.includes(id));
		await this.#attempt((store) => store.remove(ids));
	}

	/** Nothing more is kept; what is stays until a page comes back to it. */
	close(): void {
		this.flush();
		this.#closed = true;
		void this.#work.finally(() => open.delete(this));
	}

	#forgetPending(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#pending = [];
	}

	#then(step: (store: OutboxStore) => Promise<void>): void {
		this.#work = this.#work.then(() => this.#attempt(step)).then(() => undefined);
	}

	/** A full disk or a browser that has thrown everything away is no reason to stop working. */
	async #attempt<T>(step: (store: OutboxStore) => Promise<T>): Promise<T | undefined> {
		try {
			const store = await this.store;
			return store ? await step(store) : undefined;
		} catch (error) {
			console.warn('The browser does not keep unsent work:', error);
			this.#failed = true;
			return undefined;
		}
	}
}

const stores = new Map<string, Promise<OutboxStore | null>>();

/** The outbox of a person for a document in this browser. */
export function outboxOf(person: string, document: string): Outbox {
	showLife();
	keepBeforeLeaving();
	let store = stores.get(person);
	if (!store) stores.set(person, (store = openStore(person)));
	return new Outbox(store, { person, document, page: thisPage });
}

let watching = false;

/** A page that goes, or is put aside and may never come back, writes down its last letters. */
function keepBeforeLeaving(): void {
	if (watching || typeof addEventListener === 'undefined') return;
	watching = true;
	const flushAll = () => open.forEach((outbox) => outbox.flush());
	for (const event of ['pagehide', 'visibilitychange', 'beforeunload']) addEventListener(event, flushAll);
}

async function openStore(person: string): Promise<OutboxStore | null> {
	if (typeof indexedDB === 'undefined') return null;
	try {
		const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), openingWithin));
		const store = await Promise.race([OutboxStore.open(indexedDB), late]);
		await store?.sweep(person, Date.now() - longestKept);
		return store;
	} catch {
		return null;
	}
}
