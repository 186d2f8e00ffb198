import type { Box } from '#board/operations/resize-element.ts';
import type { Camera, Size } from '../camera.ts';
import { changedBoxes, placeOfCard, touch, type Drawing } from './drawing.ts';
import { paintArrow } from './paint-arrow.ts';
import { painters } from './painters.ts';
import type { Palette } from './palette.ts';
import { covers, isSharp, lieOf, moved, onBoard, sheetAround, type Sheet } from './sheet.ts';

/** What is to be seen. */
export interface Scene {
	camera: Camera;
	size: Size;
	scale: number;
	/** In the order in which they are painted; the same map as long as nothing has changed. */
	drawings: ReadonlyMap<string, Drawing>;
	palette: Palette;
	/** Nobody moves the view: then nothing may be blurred. */
	atRest: boolean;
}

/** While somebody zooms, the paper is stretched so far before it is painted anew. */
const stretch = { least: 0.6, most: 1.6 };
/** So many places are painted anew one by one; more of them as one. */
const mostPlaces = 12;

/**
 * Everything on the board that is painted instead of mounted. What has been painted is kept: a pan moves it, a zoom stretches it, and
 * when something changes only its place is painted anew.
 */
export class Paper {
	readonly #canvas: HTMLCanvasElement;
	readonly #pen: CanvasRenderingContext2D;
	#sheet: Sheet | null = null;
	#drawn: ReadonlyMap<string, Drawing> = new Map();
	#palette: Palette | null = null;

	constructor(canvas: HTMLCanvasElement, pen: CanvasRenderingContext2D) {
		this.#canvas = canvas;
		this.#pen = pen;
	}

	/** Brings the paper up to date and lays it where it belongs. */
	show(scene: Scene): void {
		// Also a bare sheet costs something in every frame of a pan.
		const nothing = scene.drawings.size === 0 && this.#drawn.size === 0;
		this.#canvas.hidden = nothing;
		if (nothing) return;
		const places = this.#bare(scene);
		this.#drawn = scene.drawings;
		this.#palette = scene.palette;
		for (const place of places) this.#paint(place, scene);
		const { x, y, by } = lieOf(this.#sheet!, scene.camera);
		this.#canvas.style.transform = `translate(${x}px, ${y}px) scale(${by})`;
	}

	/** Prepares the sheet, and says what of it has to be painted. */
	#bare(scene: Scene): Box[] {
		const sheet = this.#sheet;
		const { camera, size, scale } = scene;
		const same = sheet?.scale === scale && this.#palette === scene.palette;
		const fresh = sheetAround(camera, size, scale);
		if (!same || sheet.w !== fresh.w || sheet.h !== fresh.h) return this.#renew(fresh);
		const by = camera.zoom / sheet.zoom;
		const changed =
			this.#drawn === scene.drawings ? [] : this.#together(changedBoxes(this.#drawn, scene.drawings), sheet);
		const serves = scene.atRest ? isSharp(sheet, camera) : by > stretch.least && by < stretch.most;
		if (serves && covers(sheet, camera, size)) return changed;
		if (!serves || by !== 1) return this.#renew(fresh);
		return [...this.#shift(camera, size, sheet), ...changed];
	}

	#renew(sheet: Sheet): Box[] {
		this.#sheet = sheet;
		const [w, h] = [Math.round(sheet.w * sheet.scale), Math.round(sheet.h * sheet.scale)];
		if (this.#canvas.width !== w || this.#canvas.height !== h) {
			this.#canvas.width = w;
			this.#canvas.height = h;
			this.#canvas.style.width = `${sheet.w}px`;
			this.#canvas.style.height = `${sheet.h}px`;
		}
		return [onBoard(sheet)];
	}

	/** Moves what is painted to the other side of the sheet. */
	#shift(camera: Camera, size: Size, before: Sheet): Box[] {
		const { sheet, by, bare } = moved(before, camera, size);
		this.#sheet = sheet;
		this.#pen.setTransform(1, 0, 0, 1, 0, 0);
		this.#pen.globalCompositeOperation = 'copy';
		this.#pen.drawImage(this.#canvas, -by.x, -by.y);
		this.#pen.globalCompositeOperation = 'source-over';
		return bare;
	}

	#together(boxes: readonly Box[], sheet: Sheet): Box[] {
		const onSheet = boxes.filter((box) => touch(box, onBoard(sheet)));
		if (onSheet.length <= mostPlaces) return onSheet;
		const [left, top] = [Math.min(...onSheet.map(({ x }) => x)), Math.min(...onSheet.map(({ y }) => y))];
		const [right, end] = [Math.max(...onSheet.map(({ x, w }) => x + w)), Math.max(...onSheet.map(({ y, h }) => y + h))];
		return [{ x: left, y: top, w: right - left, h: end - top }];
	}

	#paint(place: Box, { drawings, palette }: Scene): void {
		const pen = this.#pen;
		const { x, y, zoom, scale } = this.#sheet!;
		const near = zoom * scale;
		const [left, top] = [Math.floor((place.x - x) * near), Math.floor((place.y - y) * near)];
		const [right, end] = [Math.ceil((place.x + place.w - x) * near), Math.ceil((place.y + place.h - y) * near)];
		pen.save();
		pen.setTransform(1, 0, 0, 1, 0, 0);
		pen.beginPath();
		pen.rect(left, top, right - left, end - top);
		pen.clip();
		pen.clearRect(left, top, right - left, end - top);
		pen.setTransform(near, 0, 0, near, -x * near, -y * near);
		for (const drawing of drawings.values()) {
			if (!touch(drawing.box, place)) continue;
			if (drawing.line) paintArrow(pen, drawing, palette, zoom);
			else painters[drawing.element.type]?.(pen, drawing.element, placeOfCard(drawing), palette, zoom);
		}
		pen.restore();
	}
}
