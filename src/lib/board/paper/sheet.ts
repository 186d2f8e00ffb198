import type { Box } from '#board/operations/resize-element.ts';
import { toScreen, type Camera, type Point, type Size } from '../camera.ts';

/** Screen pixels around the view that are painted too, so that a pan has something to show before anything is painted anew. */
export const margin = 128;

/** A painted part of the board: where its left upper corner is, how near it was painted, how large it is on the screen. */
export interface Sheet extends Camera, Size {
	/** Pixels of the device for one of the page. */
	scale: number;
}

/** A new sheet around what is seen. */
export function sheetAround(camera: Camera, size: Size, scale: number): Sheet {
	const { x, y, zoom } = camera;
	const edge = margin / zoom;
	return { x: x - edge, y: y - edge, zoom, w: size.w + 2 * margin, h: size.h + 2 * margin, scale };
}

/** Where a sheet lies on the screen now, and how much larger it is shown than it was painted. */
export function lieOf(sheet: Sheet, camera: Camera): Point & { by: number } {
	return { ...toScreen(camera, sheet), by: camera.zoom / sheet.zoom };
}

/** Whether a sheet fills the view. */
export function covers(sheet: Sheet, camera: Camera, size: Size): boolean {
	const { x, y, by } = lieOf(sheet, camera);
	return x <= 0 && y <= 0 && x + sheet.w * by >= size.w && y + sheet.h * by >= size.h;
}

/** Whether nothing is blurred: neither enlarged nor between two pixels of the device. */
export function isSharp(sheet: Sheet, camera: Camera): boolean {
	const { x, y, by } = lieOf(sheet, camera);
	const between = (place: number) => Math.abs(place * sheet.scale - Math.round(place * sheet.scale));
	return by === 1 && between(x) < 0.02 && between(y) < 0.02;
}

/** The same sheet moved by whole pixels of the device, and what is still bare on it, in places of the board. */
export function moved(sheet: Sheet, camera: Camera, size: Size): { sheet: Sheet; by: Point; bare: Box[] } {
	const wanted = sheetAround(camera, size, sheet.scale);
	const pixel = 1 / (sheet.zoom * sheet.scale);
	const by = { x: Math.round((wanted.x - sheet.x) / pixel), y: Math.round((wanted.y - sheet.y) / pixel) };
	const there = { ...sheet, x: sheet.x + by.x * pixel, y: sheet.y + by.y * pixel };
	const { x, y, w, h } = onBoard(there);
	const [across, down] = [Math.min(Math.abs(by.x) * pixel, w), Math.min(Math.abs(by.y) * pixel, h)];
	const bare: Box[] = [];
	if (across > 0) bare.push({ x: by.x > 0 ? x + w - across : x, y, w: across, h });
	if (down > 0) bare.push({ x, y: by.y > 0 ? y + h - down : y, w, h: down });
	return { sheet: there, by, bare };
}

/** The part of the board that is on a sheet. */
export function onBoard({ x, y, zoom, w, h }: Sheet): Box {
	return { x, y, w: w / zoom, h: h / zoom };
}
