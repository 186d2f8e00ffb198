/**
 * Reads each thing once at a time. Who asks while it is being read shares the next reading with everybody else who asked meanwhile: an
 * answer is never older than its question, and a crowd that asks costs hardly more than one person.
 */
export class SharedReadings<T> {
	readonly #running = new Map<string, Promise<T>>();
	readonly #next = new Map<string, Promise<T>>();
	readonly #read: (tenantId: string, id: string) => Promise<T>;

	constructor(read: (tenantId: string, id: string) => Promise<T>) {
		this.#read = read;
	}

	/** The thing as it is at this moment or later. */
	ask(tenantId: string, id: string): Promise<T> {
		const key = `${tenantId} ${id}`;
		const waiting = this.#next.get(key);
		if (waiting) return waiting;
		const next = this.#readAfter(key, tenantId, id);
		this.#next.set(key, next);
		return next;
	}

	async #readAfter(key: string, tenantId: string, id: string): Promise<T> {
		// Also without an earlier reading this waits long enough for those who ask in the same moment.
		await this.#running.get(key)?.catch(() => undefined);
		this.#next.delete(key);
		const reading = this.#read(tenantId, id);
		this.#running.set(key, reading);
		try {
			return await reading;
		} finally {
			if (this.#running.get(key) === reading) this.#running.delete(key);
		}
	}
}
