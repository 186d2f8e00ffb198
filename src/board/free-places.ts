import type { BoardSnapshot } from './board-element.ts';
import { clusterHead, isCluster } from './cluster.ts';
import type { Box } from './operations/resize-element.ts';

const gap = 24;
/** Room for the title and the question at the head of an area. */
const head = 160;
const boardColumns = 6;
/** So many cells are looked at; on a board without room after that, things may cover each other. */
const patience = 5_000;

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
	const [left, top] = around ? [around.x + gap, around.y + (isCluster(around) ? clusterHead : head)] : [0, 0];
	const room = around ? Math.floor((around.w - gap) / (size.w + gap)) : boardColumns;
	const columns = Math.max(1, room);
	const places: { x: number; y: number }[] = [];
	for (let cell = 0; places.length < count; cell++) {
		const x = left + (cell % columns) * (size.w + gap);
		const y = top + Math.floor(cell / columns) * (size.h + gap);
		if (cell >= patience || !taken.some((box) => overlap(box, { x, y, ...size }))) places.push({ x, y });
	}
	return places;
}

function overlap(a: Box, b: Box): boolean {
	return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
