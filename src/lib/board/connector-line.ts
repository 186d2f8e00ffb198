import type { BoardElement, BoardSnapshot } from '#board/board-element.ts';
import type { Box } from '#board/operations/resize-element.ts';
import type { Point } from './camera.ts';

/** A straight arrow from the edge of one thing to the edge of another. */
export interface Line {
	from: Point;
	to: Point;
	middle: Point;
}

/** Room between an arrow and what it joins. */
const gap = 6;

/** The line of a connector; nothing where an end is missing or the ends cover each other. `placeOf` knows where things are being dragged. */
export function lineOf(
	connector: BoardElement,
	board: BoardSnapshot,
	placeOf: (element: BoardElement) => Box
): Line | null {
	const from = connector.from ? board.byId.get(connector.from) : undefined;
	const to = connector.to ? board.byId.get(connector.to) : undefined;
	return from && to ? lineBetween(placeOf(from), placeOf(to)) : null;
}

/** The line between two boxes, from edge to edge along the line of their middles. */
export function lineBetween(a: Box, b: Box): Line | null {
	const [start, end] = [middleOf(a), middleOf(b)];
	const way = { x: end.x - start.x, y: end.y - start.y };
	const length = Math.hypot(way.x, way.y);
	if (length === 0) return null;
	const out = edgeShare(a, way) + gap / length;
	const into = 1 - edgeShare(b, way) - gap / length;
	if (out >= into) return null;
	const at = (share: number) => ({ x: start.x + way.x * share, y: start.y + way.y * share });
	return { from: at(out), to: at(into), middle: at((out + into) / 2) };
}

/** How far a place is from a line. */
export function distanceTo({ from, to }: Line, place: Point): number {
	const [dx, dy] = [to.x - from.x, to.y - from.y];
	const share = ((place.x - from.x) * dx + (place.y - from.y) * dy) / (dx * dx + dy * dy || 1);
	const at = Math.min(Math.max(share, 0), 1);
	return Math.hypot(place.x - from.x - at * dx, place.y - from.y - at * dy);
}

export function middleOf({ x, y, w, h }: Box): Point {
	return { x: x + w / 2, y: y + h / 2 };
}

/** Which share of the way out of the middle of a box lies within it. */
function edgeShare({ w, h }: Box, way: Point): number {
	const across = way.x === 0 ? Infinity : w / 2 / Math.abs(way.x);
	const down = way.y === 0 ? Infinity : h / 2 / Math.abs(way.y);
	return Math.min(across, down);
}
