import type { BoardElement, BoardSnapshot } from '#board/board-element.ts';
import { definitionOf } from '#board/elements.ts';
import { freePlaces } from '#board/free-places.ts';
import { inLane } from '#board/lanes.ts';
import { placesInQuarter, type Quarter } from '#board/matrix.ts';
import { moveElements } from '#board/operations/move-elements.ts';
import { placeElements } from '#board/operations/place-elements.ts';
import { putIntoArea } from '#board/operations/put-into-area.ts';
import { reorderElement } from '#board/operations/reorder-element.ts';
import { resizeElement, type Box } from '#board/operations/resize-element.ts';
import { stackElements, type Stacking } from '#board/operations/stack-elements.ts';
import type { SpatialIndex } from '#board/spatial.ts';
import { ok, type Result } from '#domain/result.ts';
import { aligned, type Alignment } from './align.ts';
import { areaAt, withContent } from './arrange.ts';
import type { Point } from './camera.ts';
import { middleOf } from './connector-line.ts';
import { Steps } from './steps.ts';

/** Where things lie: on the board, in areas, in the list, and above each other. */
export class Placing extends Steps {
	/** Moves things by the same way and puts them into the areas they come to lie in: one step, whatever it touches. */
	drop(ids: readonly string[], way: Point, index: SpatialIndex): Result<void> {
		return this.step((board) => {
			const carried = withContent(board, ids);
			const loose = ids.filter((id) => !isInside(id, new Set(ids), board));
			const staying: string[] = [];
			for (const element of loose.flatMap((id) => board.byId.get(id) ?? [])) {
				const place = { x: element.x + way.x, y: element.y + way.y };
				const area = areaAt(index, middleOf({ ...element, ...place }), carried)?.id ?? null;
				const put =
					area !== element.parent &&
					putIntoArea(this.docs, [element.id], area, this.origin, new Map([[element.id, place]]));
				if (!put || !put.ok) staying.push(element.id);
			}
			return staying.length > 0 ? this.#move(staying, way) : ok();
		});
	}

	/** Moves things without putting them anywhere else, as the arrow keys do. */
	nudge(ids: readonly string[], way: Point): Result<void> {
		return this.step(() => this.#move(ids, way));
	}

	/** Puts things into an area (null: none), where there is room. */
	putInto(ids: readonly string[], area: string | null): Result<void> {
		return this.step((board) => {
			const moved = ids.flatMap((id) => board.byId.get(id) ?? []);
			const size = { w: Math.max(0, ...moved.map(({ w }) => w)), h: Math.max(0, ...moved.map(({ h }) => h)) };
			const free = freePlaces(board, area, moved.length, size);
			const places = new Map(moved.map(({ id }, at) => [id, free[at] ?? { x: 0, y: 0 }]));
			return putIntoArea(this.docs, ids, area, this.origin, places);
		});
	}

	/** Puts things into a quarter of a matrix, where there is room. */
	putIntoQuarter(ids: readonly string[], matrix: BoardElement, quarter: Quarter): Result<void> {
		return this.step((board) => {
			const moved = ids.flatMap((id) => board.byId.get(id) ?? []);
			const places = placesInQuarter(board, matrix, quarter, moved);
			return putIntoArea(this.docs, ids, matrix.id, this.origin, places);
		});
	}

	/** Lays things of a lane in line. */
	tidy(lane: BoardElement, may: (element: BoardElement) => boolean): Result<void> {
		return this.step((board) => {
			const places = [...inLane(board, lane)].filter(([id]) => may(board.byId.get(id)!));
			return places.length > 0 ? placeElements(this.docs, new Map(places), this.origin) : ok();
		});
	}

	/** Brings things into line or gives them equal gaps. What lies in another of them goes along. */
	align(ids: readonly string[], how: Alignment): Result<void> {
		return this.step((board) => {
			const loose = ids.filter((id) => !isInside(id, new Set(ids), board));
			const things = loose.flatMap((id) => board.byId.get(id) ?? []);
			return placeElements(this.docs, aligned(things, how, board), this.origin);
		});
	}

	resize = (id: string, box: Box) => this.step(() => resizeElement(this.docs, id, box, this.origin));

	/** Moves an entry of the list up or down among those beside it. */
	reorder({ id, parent }: BoardElement, up: boolean): Result<void> {
		return this.step((board) => {
			const row = board.children.get(parent) ?? [];
			const other = row[row.findIndex((element) => element.id === id) + (up ? -1 : 1)];
			if (!other) return ok();
			const place = up ? { before: other.id } : { behind: other.id };
			return reorderElement(this.docs, id, place, this.origin, Math.random);
		});
	}

	/** Lays things above or below those beside them and answers how many have moved. */
	stack = (ids: readonly string[], way: Stacking) =>
		this.step(() => stackElements(this.docs, ids, way, this.origin, Math.random));

	#move(ids: readonly string[], { x, y }: Point): Result<void> {
		return moveElements(this.docs, ids, { dx: x, dy: y }, this.origin);
	}
}

function isInside(id: string, areas: ReadonlySet<string>, board: BoardSnapshot): boolean {
	for (let at = board.byId.get(id)?.parent ?? null; at !== null; at = board.byId.get(at)?.parent ?? null) {
		if (areas.has(at)) return true;
	}
	return definitionOf(board.byId.get(id)?.type ?? 'unknown').joins;
}
