import { limits } from '#board/limits.ts';
import type { Box } from '#board/operations/resize-element.ts';
import type { Point } from './camera.ts';

/** A card is never made so small that nothing can be written on it. */
const least = { w: 96, h: 64 };

/** The edges of a thing whose lower right corner was drawn so far. Some things keep their proportion. */
export function resizedBox({ x, y, w, h }: Box, way: Point, keepsShape: boolean): Box {
	if (!keepsShape)
		return { x, y, w: Math.max(least.w, Math.round(w + way.x)), h: Math.max(least.h, Math.round(h + way.y)) };
	return scaledBox({ x, y, w, h }, Math.max((w + way.x) / w, (h + way.y) / h));
}

/** The same thing larger or smaller, in its proportion, as far as it can be seen and grasped. */
export function scaledBox({ x, y, w, h }: Box, factor: number): Box {
	const [short, long] = [Math.min(w, h), Math.max(w, h)];
	const scale = Math.min(Math.max(factor, limits.smallestSide / short), limits.largestSide / long);
	return { x, y, w: Math.round(w * scale), h: Math.round(h * scale) };
}
