import type { BoardElement, BoardSnapshot } from './board-element.ts';
import { definitionOf } from './elements.ts';
import type { Box } from './operations/resize-element.ts';
import { paintLevel } from './paint-order.ts';

/**
 * Finds what lies in view or under a finger. A board is small enough that looking at every corner in one row of numbers takes less time
 * than keeping a tree of them up to date.
 */
export class SpatialIndex {
	/** In the order in which they are painted. */
	#elements: readonly BoardElement[] = [];
	/** Left, top, right and bottom of each, one after the other. */
	#corners = new Float64Array(0);

	/** Takes over a newer snapshot. */
	update({ elements }: BoardSnapshot): void {
		// They come in the order of the board, which a stable sort by levels keeps.
		this.#elements = [...elements].sort((a, b) => paintLevel(a) - paintLevel(b));
		const needed = elements.length * 4;
		if (needed > this.#corners.length) this.#corners = new Float64Array(needed * 2);
		let at = 0;
		for (const { x, y, w, h } of this.#elements) {
			this.#corners[at++] = x;
			this.#corners[at++] = y;
			this.#corners[at++] = x + w;
			this.#corners[at++] = y + h;
		}
	}

	/** Everything that touches a rectangle, in the order in which it is painted. */
	within({ x, y, w, h }: Box): BoardElement[] {
		const [corners, right, bottom] = [this.#corners, x + w, y + h];
		return this.#elements.filter(
			(_, nth) =>
				corners[4 * nth]! <= right &&
				corners[4 * nth + 1]! <= bottom &&
				corners[4 * nth + 2]! >= x &&
				corners[4 * nth + 3]! >= y
		);
	}

	/** The uppermost thing at a point. Connectors are thin lines; whoever draws them knows whether one was hit. */
	at(x: number, y: number): BoardElement | undefined {
		return this.within({ x, y, w: 0, h: 0 })
			.filter((element) => !definitionOf(element.type).joins)
			.at(-1);
	}
}
