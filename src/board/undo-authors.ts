import * as Y from 'yjs';
import { openBoardDoc } from './shape.ts';

/** What Yjs keeps of one change: what it inserted and what it deleted. */
export type StackItem = Y.UndoManager['undoStack'][number];

/** The elements that a change made and in which somebody else has written since. */
export function madeAndTouched(doc: Y.Doc, { insertions }: StackItem): Set<string> {
	const touched = new Set<string>();
	for (const [id, map] of openBoardDoc(doc).elements) {
		if (!(map instanceof Y.Map) || !map._item || !Y.isDeleted(insertions, map._item.id)) continue;
		if (hasForeignPart(map, doc.clientID)) touched.add(id);
	}
	return touched;
}

/** Whether a change took one of these elements out of its document, as locking and freeing do. */
export function removed(doc: Y.Doc, { deletions }: StackItem, ids: ReadonlySet<string>): boolean {
	const { elements } = openBoardDoc(doc);
	return [...ids].some((id) => {
		const last = elements._map.get(id);
		return last !== undefined && last.deleted && Y.isDeleted(deletions, last.id);
	});
}

function hasForeignPart(map: Y.Map<unknown>, own: number): boolean {
	for (const part of map._map.values()) {
		if (part.deleted) continue;
		if (part.id.client !== own) return true;
		const text: unknown = part.content instanceof Y.ContentType ? part.content.type : null;
		for (let letters = text instanceof Y.Text ? text._start : null; letters; letters = letters.right) {
			if (!letters.deleted && letters.id.client !== own) return true;
		}
	}
	return false;
}
