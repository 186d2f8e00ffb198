import type { BoardSnapshot } from '#board/board-element.ts';
import { boxOf, placedOf, type Clip, type ClippedElement } from '#board/clip.ts';
import { freePlaces } from '#board/free-places.ts';
import type { SpatialIndex } from '#board/spatial.ts';
import type { Where } from './actions.ts';
import { areaAt } from './arrange.ts';
import type { Point } from './camera.ts';
import { middleOf } from './connector-line.ts';

/** So far to the right and down a copy lies from what it would cover. */
const aside = 24;

/** Where a clip goes: its left upper corner, and the area for what lies in none of its own. */
export interface PastePlace {
	at: Point;
	within(element: ClippedElement): string | null;
}

/** Around a place each thing falls into the area it comes to lie in; otherwise it all goes where there is room. */
export function pastePlace(board: BoardSnapshot, index: SpatialIndex, clip: Clip, where: Where): PastePlace {
	const { w, h } = boxOf(clip);
	if (where.at) {
		const at = besides(board, clip, { x: Math.round(where.at.x - w / 2), y: Math.round(where.at.y - h / 2) });
		return { at, within: (element) => areaAt(index, middleOf(element), new Set())?.id ?? null };
	}
	const around = board.byId.get(where.area ?? '');
	// What is wider than the area would lie over its neighbours.
	const area = around && w <= around.w - 2 * aside ? around.id : null;
	return { at: freePlaces(board, area, 1, { w, h })[0] ?? { x: 0, y: 0 }, within: () => area };
}

/** Beside the originals, each thing in the area of its own. */
export function duplicatePlace(board: BoardSnapshot, clip: Clip): PastePlace {
	const { x, y } = boxOf(clip);
	const at = besides(board, clip, { x: x + aside, y: y + aside });
	return { at, within: ({ id }) => board.byId.get(id)?.parent ?? null };
}

/** The corner, or as far beside it as nothing is covered exactly. */
function besides(board: BoardSnapshot, clip: Clip, corner: Point): Point {
	const [first] = placedOf(clip);
	const box = boxOf(clip);
	const way = { x: (first?.x ?? 0) - box.x, y: (first?.y ?? 0) - box.y };
	const taken = new Set(board.elements.map(({ x, y }) => `${x} ${y}`));
	let { x, y } = corner;
	while (taken.has(`${x + way.x} ${y + way.y}`)) [x, y] = [x + aside, y + aside];
	return { x, y };
}

/** How many cards of one width lie side by side in an area, or about as many as lie below one another on the bare board. */
export function columnsFor(board: BoardSnapshot, { area }: Where, count: number, width: number): number {
	const around = board.byId.get(area ?? '');
	const room = around ? Math.floor((around.w - aside) / (width + aside)) : Math.ceil(Math.sqrt(count));
	return Math.max(1, room);
}
