import * as Y from 'yjs';
import { refuse, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import { definitionOf, shownType } from '../elements.ts';
import { keys, layers, type Origin } from '../shape.ts';

/**
 * Puts other words in the place of all words of an element, and of what it shows, wherever it lies, also in the bin. Whoever is typing
 * in it writes into what is gone. The earlier words leave the documents only when their history is rewritten, too.
 */
export function blackenElement(docs: BoardDocs, id: string, words: string, origin: Origin): Result<void> {
	let found = false;
	for (const layer of layers) {
		const map = docs.elementsOf(layer).get(id);
		if (!(map instanceof Y.Map)) continue;
		found = true;
		docs.docOf(layer).transact(() => {
			map.set(keys.text, new Y.Text(words));
			for (const name of definitionOf(shownType(map.get(keys.type))).shownIn ?? []) map.delete(name);
		}, origin);
	}
	return found ? { ok: true, value: undefined } : refuse({ code: 'board.element-missing' });
}
