import * as Y from 'yjs';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { BoardDocs, FoundElement } from '../board-docs.ts';
import { keys, layers, type ElementMap, type Layer, type Origin } from '../shape.ts';

/**
 * Locks elements (into the scaffold) or frees them (into the cards). An element keeps its id, text, place and relations.
 * It is written to its new document before it leaves the old one, so nobody sees it vanish. What another person
 * writes into it in the same moment, offline, stays behind in the old document. An element that somebody made so broken
 * that it cannot be copied stays where it is. An area stays what it was: a locked cluster is a cluster, and a working area that is freed
 * does not become one.
 */
export function changeLayer(docs: BoardDocs, ids: readonly string[], layer: Layer, origin: Origin): Result<void> {
	const found = [...new Set(ids)].flatMap((id) => docs.find(id) ?? []).filter(({ map }) => canBeCopied(map));
	if (found.length === 0) return refuse({ code: 'board.element-missing' });
	const moved = found.filter((element) => element.layer !== layer);
	if (moved.length === 0) return ok();
	const target = docs.elementsOf(layer);
	docs.docOf(layer).transact(() => {
		for (const { id, layer: from, map } of moved) {
			const copy = copyOf(map);
			if (map.get(keys.type) === 'area' && !map.has('cluster')) copy.set('cluster', from === 'cards');
			target.set(id, copy);
		}
	}, origin);
	leave(docs, moved, layers.find((each) => each !== layer) ?? 'cards', origin);
	return ok();
}

function leave(docs: BoardDocs, moved: readonly FoundElement[], layer: Layer, origin: Origin): void {
	const source = docs.elementsOf(layer);
	docs.docOf(layer).transact(() => {
		for (const { id } of moved) source.delete(id);
	}, origin);
}

/** A copy for another document, with the fields of newer programs too. A text is copied as plain letters. */
function copyOf(map: ElementMap): ElementMap {
	const copy = new Y.Map<unknown>();
	for (const [name, value] of map) {
		if (value instanceof Y.Text && name === keys.text) copy.set(name, new Y.Text(value.toString()));
		else copy.set(name, value instanceof Y.AbstractType ? value.clone() : value);
	}
	return copy;
}

/** Yjs refuses some values that others may have smuggled in; this shows before the real documents are touched. */
function canBeCopied(map: ElementMap): boolean {
	const trial = new Y.Doc();
	try {
		trial.getMap('trial').set('copy', copyOf(map));
		return true;
	} catch {
		return false;
	} finally {
		trial.destroy();
	}
}
