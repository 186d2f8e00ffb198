import * as Y from 'yjs';
import { canonicalJson } from '#domain/texts/canonical-json.ts';
import type { BoardDocs } from '../board-docs.ts';
import type { Deletion } from '../board-element.ts';
import { isElementId } from '../ids.ts';
import { keys, layers, type ElementMap, type Layer, type Origin } from '../shape.ts';
import { readBoard } from '../snapshot.ts';
import { changeBetween } from '../text-change.ts';

/**
 * Makes a board look as it did, by changing only what differs. What has come since goes into the bin and keeps all that is written in
 * it meanwhile; what was thrown away for good comes back as a copy. Somebody who writes in a card that stays loses no letter.
 */
export function restoreBoard(docs: BoardDocs, then: BoardDocs, binned: Deletion, origin: Origin): void {
	for (const layer of layers) {
		docs.docOf(layer).transact(() => restoreLayer(docs, then, layer, binned), origin);
	}
}

function restoreLayer(docs: BoardDocs, then: BoardDocs, layer: Layer, binned: Deletion): void {
	const [now, before] = [docs.elementsOf(layer), then.elementsOf(layer)];
	const { byId } = readBoard(docs);
	for (const [id, element] of [...now]) {
		if (before.get(id) instanceof Y.Map) continue;
		// What lay in the other document then, as a card that was locked since, must not lie in both.
		if (then.find(id) !== undefined || !(element instanceof Y.Map)) now.delete(id);
		else if (!byId.get(id)?.deleted) element.set(keys.deleted, { ...binned });
	}
	before.forEach((element, id) => {
		if (!(element instanceof Y.Map) || !isElementId(id)) return;
		const present = now.get(id);
		if (present instanceof Y.Map) restoreElement(present, element);
		else now.set(id, copyOf(element));
	});
}

function restoreElement(now: ElementMap, then: ElementMap): void {
	for (const name of [...now.keys()]) if (!then.has(name)) now.delete(name);
	then.forEach((value, name) => {
		const present = now.get(name);
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
