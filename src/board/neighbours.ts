import type { BoardElement, BoardSnapshot } from './board-element.ts';

/** The four arrow keys. */
export const directions = ['left', 'right', 'up', 'down'] as const;
export type Direction = (typeof directions)[number];

/**
 * The thing that an arrow key leads to: the nearest in that direction among those in the same area, else the nearest
 * on the board beyond it. Null where there is nothing.
 */
export function neighbourOf(board: BoardSnapshot, id: string, direction: Direction): BoardElement | null {
	const from = board.byId.get(id);
	if (!from || from.deleted) return null;
	const siblings = board.children.get(from.parent) ?? [];
	return nearest(from, siblings, direction) ?? nearest(from, others(from, board), direction);
}

/** Everything placed besides the areas around an element and what lies in it. */
function others(from: BoardElement, board: BoardSnapshot): BoardElement[] {
	const around = new Set<string>();
	for (let id = from.parent; id !== null; id = board.byId.get(id)?.parent ?? null) around.add(id);
	const inside = new Set([from.id]);
	const collect = (id: string) => {
		for (const child of board.children.get(id) ?? []) {
			inside.add(child.id);
			collect(child.id);
		}
	};
	collect(from.id);
	return [...board.children.values()].flat().filter(({ id }) => !around.has(id) && !inside.has(id));
}

function nearest(from: BoardElement, among: readonly BoardElement[], direction: Direction): BoardElement | null {
	let best: BoardElement | null = null;
	let bestCost = Infinity;
	for (const element of among) {
		const cost = element.id === from.id ? Infinity : costOf(from, element, direction);
		if (cost < bestCost) [best, bestCost] = [element, cost];
	}
	return best;
}

/** The way between the middles; sideways steps count double. Infinite where it does not lie in the direction. */
function costOf(from: BoardElement, to: BoardElement, direction: Direction): number {
	const dx = to.x + to.w / 2 - from.x - from.w / 2;
	const dy = to.y + to.h / 2 - from.y - from.h / 2;
	const horizontal = direction === 'left' || direction === 'right';
	const forward = (horizontal ? dx : dy) * (direction === 'left' || direction === 'up' ? -1 : 1);
	const sideways = Math.abs(horizontal ? dy : dx);
	return forward > 0 ? forward + 2 * sideways : Infinity;
}
