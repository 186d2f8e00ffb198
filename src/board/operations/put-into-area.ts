import { refuse, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import type { BoardElement, BoardSnapshot } from '../board-element.ts';
import { definitionOf } from '../elements.ts';
import { limits } from '../limits.ts';
import { toCoordinate } from '../read-element.ts';
import { keys, type Origin } from '../shape.ts';
import { readBoard } from '../snapshot.ts';

/** Where on the board an element shall be seen; left out, it stays where it is seen now. */
export type NewPlaces = ReadonlyMap<string, { x: number; y: number }>;

/** Puts elements into an area (null: onto the bare board). They stay where they are seen, unless new places are given. */
export function putIntoArea(
	docs: BoardDocs,
	ids: readonly string[],
	area: string | null,
	origin: Origin,
	places: NewPlaces = new Map()
): Result<void> {
	const board = readBoard(docs);
	const fits = mayPut(board, ids, area);
	if (!fits.ok) return fits;
	const around = fits.value;
	const placed = ids.filter((id) => !definitionOf(board.byId.get(id)?.type ?? 'unknown').joins);
	return docs.changeEach(placed, origin, ({ id, map }) => {
		const { x, y } = places.get(id) ?? board.byId.get(id) ?? { x: 0, y: 0 };
		map.set(keys.place, [toCoordinate(x - (around?.x ?? 0)), toCoordinate(y - (around?.y ?? 0))]);
		if (area === null) map.delete(keys.parent);
		else map.set(keys.parent, area);
	});
}

/** Whether the elements may lie in the area; the answer is the area itself, nothing for the bare board. */
function mayPut(board: BoardSnapshot, ids: readonly string[], area: string | null): Result<BoardElement | undefined> {
	if (area === null) return { ok: true, value: undefined };
	const around = board.byId.get(area);
	if (!around) return refuse({ code: 'board.element-missing' });
	if (around.deleted || !definitionOf(around.type).canContain) {
		return refuse({ code: 'board.not-an-area' });
	}
	const moved = new Set(ids);
	for (let id: string | null = area; id !== null; id = board.byId.get(id)?.parent ?? null) {
		if (moved.has(id)) return refuse({ code: 'board.area-inside-itself' });
	}
	const deepest = Math.max(0, ...ids.map((id) => heightOf(id, board)));
	if (around.depth + 1 + deepest > limits.depth) return refuse({ code: 'board.too-deep', limit: limits.depth });
	return { ok: true, value: around };
}

/** How many levels of things lie in an element. */
function heightOf(id: string, board: BoardSnapshot): number {
	let height = 0;
	for (let level = board.children.get(id) ?? []; level.length > 0; height++) {
		level = level.flatMap((element) => board.children.get(element.id) ?? []);
	}
	return height;
}
