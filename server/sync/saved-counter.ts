/** Keeps count of the changes of one connection and of how many from the first on are on disk: the number in a "saved" message. */
export class SavedCounter {
	#received = 0;
	#saved = 0;
	readonly #settled = new Set<number>();
	/** Changes that were not taken because something was missing before them. */
	readonly #withheld = new Set<number>();

	/** A change came in; the answer is its number. */
	receive(): number {
		return ++this.#received;
	}

	/** This change was not taken. It counts as saved once a complete answer to our question is. */
	withhold(number: number): void {
		this.#withheld.add(number);
	}

	/** This change is on disk, or brought nothing new. A complete answer contains every change withheld before it. */
	settle(number: number, complete: boolean): void {
		this.#settled.add(number);
		if (complete) {
			for (const earlier of this.#withheld) if (earlier < number) this.#settled.add(earlier);
		}
		while (this.#settled.delete(this.#saved + 1)) this.#withheld.delete(++this.#saved);
	}

	get saved(): number {
		return this.#saved;
	}

	/** Whether changes wait for a complete answer. */
	get withholds(): boolean {
		return this.#withheld.size > 0;
	}

	/** Whether changes wait for the disk. */
	get waits(): boolean {
		return this.#saved < this.#received;
	}
}
