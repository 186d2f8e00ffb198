import type { Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import type { BoardSnapshot } from '../board-element.ts';
import { definitionOf } from '../elements.ts';
import { readPlace, toCoordinate } from '../read-element.ts';
import { keys, type Origin } from '../shape.ts';
import { readBoard } from '../snapshot.ts';

/**
 * Moves elements by the same way, at the end of a drag. What lies in an area that moves along is not moved twice, and
 * connectors follow their ends by themselves.
 */
export function moveElements(
	docs: BoardDocs,
	ids: readonly string[],
	way: { dx: number; dy: number },
	origin: Origin
): Result<void> {
	const board = readBoard(docs);
	const moved = new Set(ids);
	const free = ids.filter((id) => !liesInOneOf(id, moved, board) && !joins(id, board));
	return docs.changeEach(free, origin, ({ map }) => {
		const [x, y] = readPlace(map);
		map.set(keys.place, [toCoordinate(x + way.dx), toCoordinate(y + way.dy)]);
	});
}

function liesInOneOf(id: string, areas: ReadonlySet<string>, board: BoardSnapshot): boolean {
	let around = board.byId.get(id)?.parent ?? null;
	while (around !== null && !areas.has(around)) around = board.byId.get(around)?.parent ?? null;
	return around !== null;
}

function joins(id: string, board: BoardSnapshot): boolean {
	return definitionOf(board.byId.get(id)?.type ?? 'unknown').joins;
}
