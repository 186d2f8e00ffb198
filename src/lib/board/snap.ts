import type { Box } from '#board/operations/resize-element.ts';
import type { Point } from './camera.ts';

/** A thin line that shows in what things lie in one line: across (y) or down (x) the board, as long as they reach. */
export interface Guide {
	along: 'x' | 'y';
	at: number;
	from: number;
	to: number;
}

/** How far something is still to go, so that it lies in one line with others, and in which. */
export interface Snap {
	by: Point;
	guides: readonly Guide[];
}

/** Never more are compared, however many are in view. */
const most = 200;

/** Those that somebody who moves a thing here has in mind: the nearest. */
export function nearest(box: Box, others: readonly Box[]): readonly Box[] {
	if (others.length <= most) return others;
	const far = ({ x, y, w, h }: Box) => Math.hypot(x + w / 2 - box.x - box.w / 2, y + h / 2 - box.y - box.h / 2);
	return others
		.map((other) => ({ other, way: far(other) }))
		.sort((a, b) => a.way - b.way)
		.slice(0, most)
		.map(({ other }) => other);
}

/** What is carried: its edges and its middle come into line with edges and middles that are not farther than `reach`. */
export function snapPlace(box: Box, others: readonly Box[], reach: number): Snap {
	const near = nearest(box, others);
	const own = (side: Side) => [start(box, side), middle(box, side), end(box, side)];
	const by = { x: way(own('x'), near, 'x', reach), y: way(own('y'), near, 'y', reach) };
	return withGuides({ ...box, x: box.x + (by.x ?? 0), y: box.y + (by.y ?? 0) }, near, by, own);
}

/** What is given new edges: only its right and its lower edge come into line. */
export function snapSize(box: Box, others: readonly Box[], reach: number): Snap {
	const near = nearest(box, others);
	const own = (side: Side) => [end(box, side)];
	const by = { x: way(own('x'), near, 'x', reach), y: way(own('y'), near, 'y', reach) };
	return withGuides({ ...box, w: box.w + (by.x ?? 0), h: box.h + (by.y ?? 0) }, near, by, own);
}
