import type { Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import { keys, type Origin } from '../shape.ts';

/** Takes elements out of the bin, with everything that was written in them meanwhile. */
export function restoreElements(docs: BoardDocs, ids: readonly string[], origin: Origin): Result<void> {
	return docs.changeEach(ids, origin, ({ map }) => map.delete(keys.deleted));
}
