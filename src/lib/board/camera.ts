import type { Box } from '#board/operations/resize-element.ts';

/** A place, on the board or on the screen. */
export interface Point {
	x: number;
	y: number;
}

/** The size of the part of the screen that shows the board. */
export interface Size {
	w: number;
	h: number;
}

/** What is seen: the place of the board in the left upper corner, and how many screen pixels one of its pixels takes. */
export interface Camera extends Point {
	zoom: number;
}

export const zoomLimits = { least: 0.03, most: 4 } as const;
/** Below this, letters cannot be read: things are painted instead of mounted. */
export const farZoom = 0.22;

const clampZoom = (zoom: number) => Math.min(Math.max(zoom, zoomLimits.least), zoomLimits.most);

/** Where a place of the board is on the screen. */
export function toScreen({ x, y, zoom }: Camera, place: Point): Point {
	return { x: (place.x - x) * zoom, y: (place.y - y) * zoom };
}

/** Which place of the board is under a place on the screen. */
export function toBoard({ x, y, zoom }: Camera, place: Point): Point {
	return { x: place.x / zoom + x, y: place.y / zoom + y };
}

/** The board follows the hand: `by` is the way of the hand in screen pixels. */
export function pan(camera: Camera, by: Point): Camera {
	return { ...camera, x: camera.x - by.x / camera.zoom, y: camera.y - by.y / camera.zoom };
}

/** Comes nearer or goes away; what is under `at` on the screen stays there. */
export function zoomAt(camera: Camera, at: Point, factor: number): Camera {
	const zoom = clampZoom(camera.zoom * factor);
	const { x, y } = toBoard(camera, at);
	return { x: x - at.x / zoom, y: y - at.y / zoom, zoom };
}

/** The part of the board that is seen. */
export function seen({ x, y, zoom }: Camera, { w, h }: Size): Box {
	return { x, y, w: w / zoom, h: h / zoom };
}

/** Shows a part of the board whole and in the middle, not larger than life. */
export function fit(box: Box | null, size: Size, margin = 48): Camera {
	if (!box || size.w <= 0 || size.h <= 0) return { x: -margin, y: -margin, zoom: 1 };
	const room = { w: Math.max(size.w - 2 * margin, 1), h: Math.max(size.h - 2 * margin, 1) };
	const zoom = clampZoom(Math.min(room.w / Math.max(box.w, 1), room.h / Math.max(box.h, 1), 1));
	return { x: box.x + box.w / 2 - size.w / zoom / 2, y: box.y + box.h / 2 - size.h / zoom / 2, zoom };
}

/** Moves as little as needed for a part of the board to be seen. Where there is no room for all of it, its beginning is. */
export function reveal(camera: Camera, box: Box, size: Size, margin = 64): Camera {
	const edge = margin / camera.zoom;
	const view = seen(camera, size);
	return {
		...camera,
		x: along(view.x, view.w, box.x - edge, box.w + 2 * edge),
		y: along(view.y, view.h, box.y - edge, box.h + 2 * edge)
	};
}

function along(from: number, length: number, start: number, wanted: number): number {
	if (start < from || wanted > length) return start;
	return Math.max(from, start + wanted - length);
}

/** The smallest box around all of them, null around nothing. */
export function around(boxes: Iterable<Box>): Box | null {
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { x, y, w, h } of boxes) {
		left = Math.min(left, x);
		top = Math.min(top, y);
		right = Math.max(right, x + w);
		bottom = Math.max(bottom, y + h);
	}
	return left === Infinity ? null : { x: left, y: top, w: right - left, h: bottom - top };
}
