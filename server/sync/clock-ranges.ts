/** A set of clocks of one client as ranges in order, never touching each other. */
export class ClockRanges {
	readonly #starts: number[] = [];
	readonly #ends: number[] = [];

	/** Adds all clocks from `start` up to, but not with, `end`. */
	add(start: number, end: number): void {
		const first = this.#firstEndingFrom(start);
		let behind = first;
		while (behind < this.#starts.length && this.#starts[behind]! <= end) behind++;
		const from = Math.min(start, this.#starts[first] ?? start);
		const to = Math.max(end, this.#ends[behind - 1] ?? end);
		const merged = behind > first;
		this.#starts.splice(first, behind - first, merged ? from : start);
		this.#ends.splice(first, behind - first, merged ? to : end);
	}

	/** Whether every clock from `start` up to, but not with, `end` is in the set. */
	covers(start: number, end: number): boolean {
		const index = this.#firstEndingFrom(end);
		return index < this.#starts.length && this.#starts[index]! <= start;
	}

	/** Whether any clock from `start` up to, but not with, `end` is in the set. */
	meets(start: number, end: number): boolean {
		const index = this.#firstEndingFrom(start + 1);
		return index < this.#starts.length && this.#starts[index]! < end;
	}

	/** The index of the first range that ends at `clock` or later. */
	#firstEndingFrom(clock: number): number {
		let low = 0;
		let high = this.#ends.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.#ends[middle]! < clock) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
