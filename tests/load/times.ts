/** How long things took, by their name, in milliseconds. */
export class Times {
	readonly #taken = new Map<string, number[]>();

	note(what: string, milliseconds: number): void {
		const known = this.#taken.get(what) ?? [];
		this.#taken.set(what, known);
		known.push(milliseconds);
	}

	/** Times something that is awaited. */
	async of<T>(what: string, deed: Promise<T>): Promise<T> {
		const begun = performance.now();
		const value = await deed;
		this.note(what, performance.now() - begun);
		return value;
	}

	/** One line for each name, in the order in which they were first noted. */
	rows(): string[][] {
		return [...this.#taken].map(([what, taken]) => {
			const sorted = [...taken].sort((a, b) => a - b);
			const within = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
			return [what, String(sorted.length), ...[0.5, 0.95, 0.99, 1].map((share) => within(share).toFixed(0))];
		});
	}
}

/** A table in Markdown; all columns but the first hold numbers. */
export function table(head: readonly string[], rows: readonly string[][]): string {
	const ruler = head.map((_, column) => (column === 0 ? '---' : '---:'));
	return [head, ruler, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
