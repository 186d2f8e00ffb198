import type { BoardSnapshot } from '#board/board-element.ts';
import { definitionOf } from '#board/elements.ts';
import type { Box } from '#board/operations/resize-element.ts';
import { around, type Camera, type Point, type Size } from '../camera.ts';
import type { Palette } from '../paper/palette.ts';

/** How the board lies in a small picture: a place of the board minus the corner, times the scale. */
export interface Overview extends Point {
	scale: number;
	/** Where there is anything. */
	bounds: Box;
}

/** Air around the board in the small picture, as a share of its size. */
const air = 0.04;

/** The whole board in the middle of a small picture; null for an empty one. */
export function overviewOf(board: BoardSnapshot, size: Size): Overview | null {
	const bounds = around(board.elements.filter(({ type }) => !definitionOf(type).joins));
	if (!bounds) return null;
	const scale = Math.min(size.w / bounds.w, size.h / bounds.h) * (1 - 2 * air);
	return {
		x: bounds.x + bounds.w / 2 - size.w / scale / 2,
		y: bounds.y + bounds.h / 2 - size.h / scale / 2,
		scale,
		bounds
	};
}

/** Whether a part of the board is all of it: then the small picture says nothing. */
export function isAll({ bounds }: Overview, { x, y, w, h }: Box): boolean {
	return x <= bounds.x && y <= bounds.y && x + w >= bounds.x + bounds.w && y + h >= bounds.y + bounds.h;
}

/** Where a part of the board lies in the small picture. */
export function inOverview({ x, y, scale }: Overview, box: Box): Box {
	return { x: (box.x - x) * scale, y: (box.y - y) * scale, w: box.w * scale, h: box.h * scale };
}

/** The same camera with the place of the board in its middle that lies under a place of the small picture. */
export function lookAt(overview: Overview, at: Point, camera: Camera, size: Size): Camera {
	return {
		zoom: camera.zoom,
		x: at.x / overview.scale + overview.x - size.w / camera.zoom / 2,
		y: at.y / overview.scale + overview.y - size.h / camera.zoom / 2
	};
}

/** Paints cards as coloured spots over their areas. */
export function paintOverview(
	pen: CanvasRenderingContext2D,
	board: BoardSnapshot,
	overview: Overview,
	palette: Palette
): void {
	for (const keeps of [true, false]) {
		for (const element of board.elements) {
			const { keepsContent, joins, layer } = definitionOf(element.type);
			if (joins || keepsContent !== keeps || (layer !== 'cards' && !keeps)) continue;
			const { x, y, w, h } = inOverview(overview, element);
			pen.fillStyle = keeps ? palette.note[element.colour] : palette.edge[element.colour];
			pen.globalAlpha = keeps ? 0.7 : 1;
			pen.fillRect(x, y, Math.max(w, 1), Math.max(h, 1));
		}
	}
	pen.globalAlpha = 1;
}
