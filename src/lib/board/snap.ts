import type { Box } from '#board/operations/resize-element.ts';
import type { Point } from './camera.ts';

/** A thin line on the board that shows with what a thing lies in one line. `x`: it goes down at that x, from `from` to `to`. */
export interface Guide {
	axis: 'x' | 'y';
	at: number;
	from: number;
	to: number;
}

/** How far a thing is still to go until it lies in line with others, and with which. */
export interface Snap {
	by: Point;
	guides: readonly Guide[];
}

/** Never more are compared, however many are in view. */
const most = 200;
const axes = ['x', 'y'] as const;
type Axis = (typeof axes)[number];
/** The parts of a thing that come into line: its first edge, its middle, its last edge. */
const parts = { whole: [0, 0.5, 1], lastEdge: [1] } as const;

/** What is carried comes into line by its edges and its middle; `reach` is how far it may be away. */
export function snapPlace(box: Box, others: readonly Box[], reach: number): Snap {
	return snap(box, others, reach, parts.whole, (by) => ({ ...box, x: box.x + by.x, y: box.y + by.y }));
}

/** What gets new edges comes into line by its right and its lower one. */
export function snapSize(box: Box, others: readonly Box[], reach: number): Snap {
	return snap(box, others, reach, parts.lastEdge, (by) => ({ ...box, w: box.w + by.x, h: box.h + by.y }));
}

function snap(
	box: Box,
	others: readonly Box[],
	reach: number,
	own: readonly number[],
	moved: (by: Point) => Box
): Snap {
	const near = nearest(box, others);
	const ways = { x: wayAlong('x', box, near, reach, own), y: wayAlong('y', box, near, reach, own) };
	const lying = moved({ x: ways.x ?? 0, y: ways.y ?? 0 });
	const guides = axes.flatMap((axis) => (ways[axis] === null ? [] : guidesOf(axis, lying, near, own)));
	return { by: { x: ways.x ?? 0, y: ways.y ?? 0 }, guides };
}

/** Those whose middles are nearest, where there are too many. */
function nearest(box: Box, others: readonly Box[]): readonly Box[] {
	if (others.length <= most) return others;
	const far = ({ x, y, w, h }: Box) => Math.hypot(x + w / 2 - box.x - box.w / 2, y + h / 2 - box.y - box.h / 2);
	return others
		.map((other) => ({ other, way: far(other) }))
		.sort((a, b) => a.way - b.way)
		.slice(0, most)
		.map(({ other }) => other);
}

const sideOf = { x: 'w', y: 'h' } as const;
const lineAt = (box: Box, axis: Axis, part: number): number => box[axis] + box[sideOf[axis]] * part;

/** The shortest way into line; null where none is short enough. */
function wayAlong(axis: Axis, box: Box, others: readonly Box[], reach: number, own: readonly number[]): number | null {
	let best: number | null = null;
	for (const other of others) {
		for (const theirs of parts.whole) {
			for (const part of own) {
				const way = lineAt(other, axis, theirs) - lineAt(box, axis, part);
				if (Math.abs(way) <= (best === null ? reach : Math.abs(best) - 0.01)) best = way;
			}
		}
	}
	return best;
}

/** The lines in which a thing lies now, each as long as the things it joins. */
function guidesOf(axis: Axis, box: Box, others: readonly Box[], own: readonly number[]): Guide[] {
	const across: Axis = axis === 'x' ? 'y' : 'x';
	return own.flatMap((part) => {
		const at = lineAt(box, axis, part);
		const there = others.filter((other) =>
			parts.whole.some((theirs) => Math.abs(lineAt(other, axis, theirs) - at) < 0.5)
		);
		if (there.length === 0) return [];
		const joined = [box, ...there];
		const from = Math.min(...joined.map((each) => each[across]));
		const to = Math.max(...joined.map((each) => each[across] + each[sideOf[across]]));
		return [{ axis, at, from, to }];
	});
}
