import type { BoardElement, BoardSnapshot } from '#board/board-element.ts';
import type { Box } from '#board/operations/resize-element.ts';
import type { SpatialIndex } from '#board/spatial.ts';
import type { Camera, Size } from './camera.ts';
import { seen } from './camera.ts';

/** Screen pixels around the view in which things are mounted already. */
const margin = 216;
/** The index is asked again when the view has moved by so many screen pixels. */
const step = 80;

/**
 * What of the board is worth mounting. The index is asked only when the view has moved noticeably or the board has changed,
 * so that a pan costs nothing but a transform.
 */
export class VisibleSet {
	#asked: (Camera & Size) | null = null;
	#board: BoardSnapshot | null = null;
	#kept: ReadonlySet<string> = new Set();
	#found: readonly BoardElement[] = [];

	/** `kept` are things that stay mounted wherever they are: what has the focus, is being edited or dragged. */
	find(
		index: SpatialIndex,
		board: BoardSnapshot,
		camera: Camera,
		size: Size,
		kept: ReadonlySet<string>
	): readonly BoardElement[] {
		if (this.#board === board && this.#kept === kept && !this.#moved(camera, size)) return this.#found;
		this.#asked = { ...camera, ...size };
		this.#board = board;
		this.#kept = kept;
		const found = index.within(widened(seen(camera, size), margin / camera.zoom));
		const there = new Set(found.map(({ id }) => id));
		for (const id of kept) {
			const element = board.byId.get(id);
			if (element && !element.deleted && !there.has(id)) found.push(element);
		}
		this.#found = found;
		return found;
	}

	#moved(camera: Camera, size: Size): boolean {
		const asked = this.#asked;
		if (!asked || asked.w !== size.w || asked.h !== size.h) return true;
		const far = step / camera.zoom;
		const ratio = camera.zoom / asked.zoom;
		return Math.abs(camera.x - asked.x) > far || Math.abs(camera.y - asked.y) > far || ratio < 0.9 || ratio > 1.1;
	}
}

function widened({ x, y, w, h }: Box, by: number): Box {
	return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by };
}
