/** What of a text cannot come along, in the order in which it is said. */
export const droppedKinds = [
	'pictures',
	'footnotes',
	'comments',
	'textBoxes',
	'headers',
	'formulas',
	'formats',
	'depths',
	'links',
	'rest'
] as const;
export type DroppedKind = (typeof droppedKinds)[number];

/** How often something did not come along. */
export type Dropped = Readonly<Partial<Record<DroppedKind, number>>>;

/** Counts what is left behind while a text is read. */
export class Tally {
	readonly #counts = new Map<DroppedKind, number>();

	count(kind: DroppedKind, times = 1): void {
		if (times > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + times);
	}

	get dropped(): Dropped {
		return Object.fromEntries(this.#counts);
	}
}
