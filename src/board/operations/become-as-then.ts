import * as Y from 'yjs';
import { canonicalJson } from '#domain/texts/canonical-json.ts';
import type { BoardDocs } from '../board-docs.ts';
import type { Deletion } from '../board-element.ts';
import { definitionOf, shownType } from '../elements.ts';
import { isElementId } from '../ids.ts';
import { keys, layers, type ElementMap, type Layer, type Origin } from '../shape.ts';
import { readBoard } from '../snapshot.ts';
import { changeBetween } from '../text-change.ts';

/** A board on its way back, what it was, and what is said of that which goes into the bin. */
export interface Return {
	docs: BoardDocs;
	then: BoardDocs;
	binned: Deletion;
}

/**
 * Makes elements of a board what they were, by changing only what differs. What was not there, or lay in the bin, goes into the bin and
 * keeps all that is written in it meanwhile; what was thrown away for good comes back as a copy.
 */
export function becomeAsThen(way: Return, ids: Iterable<string>, origin: Origin): void {
	const all = [...ids];
	const [now, before] = [readBoard(way.docs).byId, readBoard(way.then).byId];
	const bin = (map: ElementMap, id: string) => {
		const was = before.get(id);
		if (was && !was.deleted) map.delete(keys.deleted);
		// The bin is emptied by its dates: what goes back into it lies there from now on.
		else if (!now.get(id)?.deleted) map.set(keys.deleted, { ...way.binned });
	};
	for (const layer of layers) {
		way.docs.docOf(layer).transact(() => {
			for (const id of all) becomeIn(layer, way, id, bin);
		}, origin);
	}
}

function becomeIn(layer: Layer, { docs, then }: Return, id: string, bin: (map: ElementMap, id: string) => void): void {
	const elements = docs.elementsOf(layer);
	const [now, before] = [elements.get(id), then.elementsOf(layer).get(id)];
	if (before instanceof Y.Map && isElementId(id)) {
		if (now instanceof Y.Map) become(now, before);
		else elements.set(id, copyOf(before));
		bin(elements.get(id) as ElementMap, id);
	} else if (now !== undefined) {
		// What lay in the other document then, as a card that was locked since, must not lie in both.
		if (then.find(id) !== undefined || !(now instanceof Y.Map)) elements.delete(id);
		else bin(now, id);
	}
}

function become(now: ElementMap, then: ElementMap): void {
	const { toldByServer = [] } = definitionOf(shownType(now.get(keys.type)));
	const kept = new Set<string>([keys.deleted, ...toldByServer]);
	for (const name of [...now.keys()]) if (!then.has(name) && !kept.has(name)) now.delete(name);
	then.forEach((value, name) => {
		const present = now.get(name);
		if (kept.has(name)) return;
		if (isPlainText(value) && isPlainText(present)) restoreText(present, value.toString());
		else if (!says(present, value)) now.set(name, copyOf(value));
	});
}

function restoreText(now: Y.Text, then: string): void {
	const change = changeBetween(now.toString(), then);
	if (change.remove > 0) now.delete(change.at, change.remove);
	if (change.insert) now.insert(change.at, change.insert);
}

const isPlainText = (value: unknown): value is Y.Text => value instanceof Y.Text && !(value instanceof Y.XmlText);

function says(a: unknown, b: unknown): boolean {
	if (a instanceof Y.AbstractType || b instanceof Y.AbstractType) {
		return a instanceof Y.AbstractType && b instanceof Y.AbstractType && a.constructor === b.constructor && same(a, b);
	}
	return a !== undefined && canonicalJson(a) === canonicalJson(b);
}

const same = (a: Y.AbstractType<unknown>, b: Y.AbstractType<unknown>) =>
	canonicalJson(a.toJSON()) === canonicalJson(b.toJSON());

/** A value for another document. */
function copyOf<T>(value: T): T {
	return value instanceof Y.AbstractType ? (value.clone() as T) : value;
}
