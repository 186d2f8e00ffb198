import { refuse, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import type { Random } from '../ids.ts';
import { orderBetween } from '../order-between.ts';
import { keys, type Origin } from '../shape.ts';
import { readBoard } from '../snapshot.ts';

/** The place in the row: right before or right behind another element. */
export type PlaceInRow = { before: string } | { behind: string };

/**
 * Moves one element within the order of those that lie in the same area as the other: the order of the list, and who
 * lies above whom. Only the moved element is written; if two neighbours have the same key, it comes to lie behind both.
 */
export function reorderElement(
	docs: BoardDocs,
	id: string,
	place: PlaceInRow,
	origin: Origin,
	random: Random
): Result<void> {
	const board = readBoard(docs);
	const other = board.byId.get('before' in place ? place.before : place.behind);
	if (!other || other.id === id) return refuse({ code: 'board.element-missing' });
	const row = (board.children.get(other.parent) ?? []).filter((element) => element.id !== id);
	const at = row.findIndex((element) => element.id === other.id);
	if (at < 0) return refuse({ code: 'board.element-missing' });
	const gap = 'before' in place ? at : at + 1;
	const before = row[gap - 1]?.order ?? null;
	const behind = row.slice(gap).find((element) => before === null || element.order > before)?.order ?? null;
	return docs.changeEach([id], origin, ({ map }) => map.set(keys.order, orderBetween(before, behind, random)));
}
