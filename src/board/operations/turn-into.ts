import { refuse, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import { definitionOf, shownType, type ElementType } from '../elements.ts';
import { keys, type Origin } from '../shape.ts';

/** Shows elements as another kind, where their kind can be that; text, place and author stay as they are. */
export function turnInto(docs: BoardDocs, ids: readonly string[], type: ElementType, origin: Origin): Result<void> {
	const able = ids.filter((id) => definitionOf(shownType(docs.find(id)?.map.get(keys.type))).turnsInto === type);
	if (able.length === 0) return refuse({ code: 'board.element-missing' });
	return docs.changeEach(able, origin, ({ map }) => map.set(keys.type, type));
}
