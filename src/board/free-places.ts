import type { BoardElement, BoardSnapshot } from './board-element.ts';
import { clusterHead, isCluster } from './cluster.ts';
import type { Box } from './operations/resize-element.ts';

const gap = 24;
/** Room for the title and the question at the head of an area. */
const head = 160;
const boardColumns = 6;
/**
 * Free places for so many things of one size, row by row, in an area or on the bare board. Cards that come from phones
 * are laid there. A full area is continued below its lower edge rather than covering what lies there.
 */
export function freePlaces(
	board: BoardSnapshot,
	area: string | null,
	count: number,
	size: { w: number; h: number }
): { x: number; y: number }[] {
	const around = area === null ? undefined : board.byId.get(area);
	const taken = board.children.get(area) ?? [];
	const [left, top] = around ? [around.x + gap, around.y + headOf(around)] : [0, 0];
	const room = around ? Math.floor((around.w - gap) / (size.w + gap)) : boardColumns;
	const columns = Math.max(1, room);
	const step = { x: size.w + gap, y: size.h + gap };
	const covered = coveredCells(taken, { left, top, columns, step, size });
	const places: { x: number; y: number }[] = [];
	for (let cell = 0; places.length < count; cell++) {
		if (covered.has(cell)) continue;
		places.push({ x: left + (cell % columns) * step.x, y: top + Math.floor(cell / columns) * step.y });
	}
	return places;
}

/** What comes into a matrix waits below it: in a quarter it would say what nobody has said yet. */
function headOf(area: BoardElement): number {
	if (area.layout === 'matrix') return area.h + gap;
	return isCluster(area) ? clusterHead : head;
}

interface Grid {
	left: number;
	top: number;
	columns: number;
	step: { x: number; y: number };
	size: { w: number; h: number };
}

/** The cells that something lies in, numbered row by row. */
function coveredCells(taken: readonly Box[], { left, top, columns, step, size }: Grid): ReadonlySet<number> {
	const covered = new Set<number>();
	for (const { x, y, w, h } of taken) {
		const [from, to] = [firstAfter(x - left - size.w, step.x), lastBefore(x + w - left, step.x)];
		const [above, below] = [firstAfter(y - top - size.h, step.y), lastBefore(y + h - top, step.y)];
		for (let row = above; row <= below; row++)
			for (let column = from; column <= Math.min(to, columns - 1); column++) covered.add(row * columns + column);
	}
	return covered;
}

/** The first of the numbers 0, 1, 2 … whose multiple of a step lies beyond a place, and the last that lies before one. */
const firstAfter = (place: number, step: number) => Math.max(0, Math.floor(place / step) + 1);
const lastBefore = (place: number, step: number) => Math.ceil(place / step) - 1;
