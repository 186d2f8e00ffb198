import { refuse, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import type { ConnectorKind } from '../elements/connector.ts';
import { definitionOf, shownType } from '../elements.ts';
import { keys, type Origin } from '../shape.ts';

/** Says anew how a connector acts: it affects, supports or endangers. */
export function changeKind(docs: BoardDocs, id: string, kind: ConnectorKind, origin: Origin): Result<void> {
	const found = docs.find(id);
	if (!found || !definitionOf(shownType(found.map.get(keys.type))).joins) {
		return refuse({ code: 'board.element-missing' });
	}
	return docs.changeEach([id], origin, ({ map }) => map.set('kind', kind));
}
