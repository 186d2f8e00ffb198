import type { BoardSnapshot } from '#board/board-element.ts';

/** What this person has chosen on the board, and which one of it the keyboard is at. */
export class Selection {
	#ids = $state.raw<ReadonlySet<string>>(new Set());
	#active = $state.raw<string | null>(null);
	#written: string | null = null;

	get ids(): ReadonlySet<string> {
		return this.#ids;
	}

	/** The one that has, or would get, the focus. */
	get active(): string | null {
		return this.#active;
	}

	/** The one chosen thing, where it is exactly one. */
	get only(): string | null {
		return this.#ids.size === 1 ? ([...this.#ids][0] ?? null) : null;
	}

	has(id: string): boolean {
		return this.#ids.has(id);
	}

	choose(id: string): void {
		this.#ids = new Set([id]);
		this.#active = id;
	}

	/** Somebody writes in a thing: it is chosen as long as nothing else is ticked. */
	write(id: string): void {
		this.choose(id);
		this.#written = id;
	}

	/** A box in the list: what was chosen only by writing in it does not come along. */
	tick(id: string): void {
		const ids = new Set(this.#ids);
		if (this.#written !== null && this.#written !== id) ids.delete(this.#written);
		this.#written = null;
		this.#ids = ids;
		this.toggle(id);
	}

	/** Chooses several; the last one becomes the active one. */
	chooseAll(ids: Iterable<string>): void {
		this.#ids = new Set(ids);
		this.#active = [...this.#ids].at(-1) ?? this.#active;
	}

	toggle(id: string): void {
		const ids = new Set(this.#ids);
		if (!ids.delete(id)) ids.add(id);
		this.#ids = ids;
		this.#active = id;
	}

	/** The keyboard came to something: it is chosen, unless it belongs to what is chosen already. */
	arrive(id: string): void {
		this.#active = id;
		if (!this.#ids.has(id)) this.#ids = new Set([id]);
	}

	clear(): void {
		if (this.#ids.size > 0) this.#ids = new Set();
	}

	/** Forgets what is no longer on the board. */
	keep(board: BoardSnapshot): void {
		const there = (id: string) => {
			const element = board.byId.get(id);
			return element !== undefined && !element.deleted && !element.loose;
		};
		if ([...this.#ids].some((id) => !there(id))) this.#ids = new Set([...this.#ids].filter(there));
		if (this.#active !== null && !there(this.#active)) this.#active = null;
	}
}
