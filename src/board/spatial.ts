import RBush from 'rbush';
import type { BoardElement, BoardSnapshot } from './board-element.ts';
import { definitionOf } from './elements.ts';
import type { Box } from './operations/resize-element.ts';
import { paintLevel } from './paint-order.ts';

interface Entry {
	minX: number;
	minY: number;
	maxX: number;
	maxY: number;
	element: BoardElement;
	level: number;
	/** Its place in the order of the board: numbers are compared many times faster than the words of an order. */
	rank: number;
}

/** Finds what lies in view or under a finger without looking at the whole board. */
export class SpatialIndex {
	readonly #tree = new RBush<Entry>();
	readonly #entries = new Map<string, Entry>();

	/** Takes over a newer snapshot. Elements that are still the same object cost nothing but a look. */
	update(board: BoardSnapshot): void {
		const fresh: Entry[] = [];
		const seen = new Set<string>();
		for (const [rank, element] of board.elements.entries()) {
			seen.add(element.id);
			const entry = this.#entries.get(element.id);
			if (entry) entry.rank = rank;
			if (entry?.element === element) continue;
			if (entry) this.#tree.remove(entry);
			const next = entryOf(element, rank);
			this.#entries.set(element.id, next);
			fresh.push(next);
		}
		for (const [id, entry] of this.#entries) {
			if (seen.has(id)) continue;
			this.#tree.remove(entry);
			this.#entries.delete(id);
		}
		if (fresh.length > this.#entries.size / 4) this.#tree.load(fresh);
		else for (const entry of fresh) this.#tree.insert(entry);
	}

	/** Everything that touches a rectangle, in the order in which it is painted. */
	within({ x, y, w, h }: Box): BoardElement[] {
		return this.#tree
			.search({ minX: x, minY: y, maxX: x + w, maxY: y + h })
			.sort((a, b) => a.level - b.level || a.rank - b.rank)
			.map(({ element }) => element);
	}

	/** The uppermost thing at a point. Connectors are thin lines; whoever draws them knows whether one was hit. */
	at(x: number, y: number): BoardElement | undefined {
		return this.within({ x, y, w: 0, h: 0 })
			.filter((element) => !definitionOf(element.type).joins)
			.at(-1);
	}
}

function entryOf(element: BoardElement, rank: number): Entry {
	const { x, y, w, h } = element;
	return { minX: x, minY: y, maxX: x + w, maxY: y + h, element, level: paintLevel(element), rank };
}
