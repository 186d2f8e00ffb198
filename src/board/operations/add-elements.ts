import * as Y from 'yjs';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import type { BoardSnapshot, OwnFields } from '../board-element.ts';
import { cleanText } from '../clean-text.ts';
import type { Colour } from '../colours.ts';
import { definitionOf, elements, type ElementType } from '../elements.ts';
import type { Random } from '../ids.ts';
import { limits } from '../limits.ts';
import { orderBetween } from '../order-between.ts';
import { inOrder } from '../order.ts';
import { storedFieldsOf } from '../own-fields.ts';
import { toCoordinate, toSide } from '../read-element.ts';
import { boardVersion, keys, layers, openBoardDoc, type Layer, type Origin } from '../shape.ts';
import { readBoard } from '../snapshot.ts';

/** A thing to be laid on the board. Its place is where it shall be seen on the board, also when it goes into an area. */
export interface NewElement {
	id: string;
	type: ElementType;
	/** The pseudonym of its author. */
	by: string;
	x?: number;
	y?: number;
	w?: number;
	h?: number;
	/** The area it lies in; left out or null: the bare board. */
	parent?: string | null;
	layer?: Layer;
	colour?: Colour;
	text?: string;
	own?: OwnFields;
}

/** Lays one new element on the board, above all others. */
export function addElement(docs: BoardDocs, element: NewElement, origin: Origin, random: Random): Result<void> {
	return addElements(docs, [element], origin, random);
}

/** Lays several new elements on the board in the given order: all of them, or none and the reason why. */
export function addElements(
	docs: BoardDocs,
	added: readonly NewElement[],
	origin: Origin,
	random: Random
): Result<void> {
	const board = readBoard(docs);
	const fits = mayAdd(board, added);
	if (!fits.ok) return fits;
	let order = [...board.byId.values()].sort(inOrder).at(-1)?.order ?? null;
	const maps = added.map((element) => {
		order = orderBetween(order, null, random);
		return { id: element.id, layer: layerOf(element), map: mapOf(element, order, board, added) };
	});
	for (const layer of layers) {
		const here = maps.filter((each) => each.layer === layer);
		if (here.length === 0) continue;
		const roots = openBoardDoc(docs.docOf(layer));
		docs.docOf(layer).transact(() => {
			if (!roots.meta.has('v')) roots.meta.set('v', boardVersion);
			for (const { id, map } of here) roots.elements.set(id, map);
		}, origin);
	}
	return ok();
}

function mayAdd(board: BoardSnapshot, added: readonly NewElement[]): Result<void> {
	if (board.byId.size + added.length > limits.elements) return refuse({ code: 'board.full', limit: limits.elements });
	const earlier = new Map<string, NewElement>();
	for (const element of added) {
		if (board.byId.has(element.id) || earlier.has(element.id)) return refuse({ code: 'board.element-exists' });
		const { textLimit } = elements[element.type];
		if ((element.text ?? '').length > textLimit) {
			return refuse({ code: 'input.too-long', field: 'text', limit: textLimit });
		}
		const inside = mayLieIn(element.parent ?? null, board, earlier);
		if (!inside.ok) return inside;
		earlier.set(element.id, element);
	}
	return ok();
}

/** An area may be older than the new element or come along with it, before it. */
function mayLieIn(parent: string | null, board: BoardSnapshot, earlier: ReadonlyMap<string, NewElement>): Result<void> {
	let depth = 0;
	for (let id = parent; id !== null; depth++) {
		const around = board.byId.get(id);
		const type = around && !around.deleted ? around.type : earlier.get(id)?.type;
		if (!type || !definitionOf(type).canContain) return refuse({ code: 'board.not-an-area' });
		if (around) {
			depth += around.depth;
			id = null;
		} else id = earlier.get(id)?.parent ?? null;
	}
	return depth > limits.depth ? refuse({ code: 'board.too-deep', limit: limits.depth }) : ok();
}

function layerOf(element: NewElement): Layer {
	return element.layer ?? elements[element.type].layer;
}

function mapOf(element: NewElement, order: string, board: BoardSnapshot, added: readonly NewElement[]): Y.Map<unknown> {
	const { hasText, joins, defaultSize, defaultColour } = elements[element.type];
	const map = new Y.Map<unknown>();
	map.set(keys.type, element.type);
	map.set(keys.order, order);
	map.set(keys.author, element.by);
	if (hasText) map.set(keys.text, new Y.Text(cleanText(element.text ?? '')));
	if (element.colour && element.colour !== defaultColour) map.set(keys.colour, element.colour);
	for (const [name, value] of Object.entries(storedFieldsOf(element.type, element.own))) map.set(name, value);
	if (joins) return map;
	const { parent = null, w = defaultSize[0], h = defaultSize[1] } = element;
	const around = parent === null ? undefined : (board.byId.get(parent) ?? added.find(({ id }) => id === parent));
	map.set(keys.place, [
		toCoordinate((element.x ?? 0) - (around?.x ?? 0)),
		toCoordinate((element.y ?? 0) - (around?.y ?? 0))
	]);
	if (w !== defaultSize[0] || h !== defaultSize[1]) map.set(keys.size, [toSide(w), toSide(h)]);
	if (parent !== null) map.set(keys.parent, parent);
	return map;
}
