import type { Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import type { Deletion } from '../board-element.ts';
import { keys, type Origin } from '../shape.ts';

/**
 * Puts elements into the bin. Nothing is lost: whoever is typing in one goes on typing, and restoring brings it back with
 * that. The content of an area stays on the board where it is.
 */
export function deleteElements(
	docs: BoardDocs,
	ids: readonly string[],
	deletion: Deletion,
	origin: Origin
): Result<void> {
	return docs.changeEach(ids, origin, ({ map }) => map.set(keys.deleted, { ...deletion }));
}
