import { toCoordinate } from '../read-element.ts';
import type { BoardDocs } from '../board-docs.ts';
import { keys, layers, type Origin } from '../shape.ts';
import { readBoard } from '../snapshot.ts';

/**
 * Empties the bin of what was deleted before a time and answers the ids that are gone for good. The server does this after
 * days. What lay in a purged area first gets a place of its own, so that nothing on the board jumps.
 */
export function purgeBoard(docs: BoardDocs, before: number, origin: Origin): string[] {
	const board = readBoard(docs);
	const gone = new Set(
		board.deletedElements.filter(({ deleted }) => deleted && deleted.at < before).map(({ id }) => id)
	);
	if (gone.size === 0) return [];
	const left = docs.all().filter(({ id, map }) => !gone.has(id) && gone.has(String(map.get(keys.parent))));
	docs.changeEach(
		left.map(({ id }) => id),
		origin,
		({ id, map }) => {
			const { x, y, parent } = board.byId.get(id) ?? { x: 0, y: 0, parent: null };
			const around = parent === null ? undefined : board.byId.get(parent);
			map.set(keys.place, [toCoordinate(x - (around?.x ?? 0)), toCoordinate(y - (around?.y ?? 0))]);
			if (parent === null) map.delete(keys.parent);
			else map.set(keys.parent, parent);
		}
	);
	for (const layer of layers) {
		const elements = docs.elementsOf(layer);
		docs.docOf(layer).transact(() => {
			for (const id of gone) if (elements.has(id)) elements.delete(id);
		}, origin);
	}
	return [...gone];
}
