import { deepStrictEqual, ok } from 'node:assert/strict';
import type { BoardDocs } from '#board/board-docs.ts';
import { colours } from '#board/colours.ts';
import { definitionOf } from '#board/elements.ts';
import { limits } from '#board/limits.ts';
import { addElement } from '#board/operations/add-elements.ts';
import { changeLayer } from '#board/operations/change-layer.ts';
import { connect } from '#board/operations/connect.ts';
import { deleteElements } from '#board/operations/delete-elements.ts';
import { editText } from '#board/operations/edit-text.ts';
import { moveElements } from '#board/operations/move-elements.ts';
import { purgeBoard } from '#board/operations/purge-board.ts';
import { putIntoArea } from '#board/operations/put-into-area.ts';
import { recolourElements } from '#board/operations/recolour-elements.ts';
import { reorderElement } from '#board/operations/reorder-element.ts';
import { resizeElement } from '#board/operations/resize-element.ts';
import { restoreElements } from '#board/operations/restore-elements.ts';
import { inOrder } from '#board/order.ts';
import { outlineOf, readingOrder } from '#board/outline.ts';
import { readBoard } from '#board/snapshot.ts';
import type { Table } from './board-tables.ts';

/** One thing that somebody does; `pick` and `other` choose among what is on their board, `id` is for what is new. */
export interface BoardDeed {
	who: number;
	what: number;
	pick: number;
	other: number;
	id: string;
}

const deeds: ((at: Table, one: string, other: string, deed: BoardDeed) => unknown)[] = [
	(at, _one, _other, deed) => lay(at, deed, 'note'),
	(at, _one, _other, deed) => lay(at, deed, 'area'),
	(at, one, other, { id, who }) => connect(at.docs, { id, from: one, to: other, by: `p${who}` }, at.origin, at.random),
	(at, one, other) => moveElements(at.docs, [one, other], { dx: 35, dy: -20 }, at.origin),
	(at, one, other) => putIntoArea(at.docs, [one], other, at.origin),
	(at, one) => putIntoArea(at.docs, [one], null, at.origin),
	(at, one, _other, { pick }) => resizeElement(at.docs, one, { x: pick, y: -pick, w: 300, h: 200 }, at.origin),
	(at, one, _other, { pick, other }) =>
		editText(at.docs, one, { after: `${'Wörter 🚲'.slice(0, pick % 9)}${other}` }, at.origin),
	(at, one, _other, { pick }) => recolourElements(at.docs, [one], colours[pick % 6] ?? 'red', at.origin),
	(at, one, other, { pick }) => deleteElements(at.docs, [one, other], { by: 'p1', at: pick }, at.origin),
	(at, one, other) => restoreElements(at.docs, [one, other], at.origin),
	(at, one, other) => reorderElement(at.docs, one, { before: other }, at.origin, at.random),
	(at, one) => changeLayer(at.docs, [one], 'scaffold', at.origin),
	(at, one) => changeLayer(at.docs, [one], 'cards', at.origin),
	(at, _one, _other, { pick }) => pick % 5 === 0 && purgeBoard(at.docs, pick, at.origin)
];

/** How many kinds of deeds there are. */
export const boardDeeds = deeds.length;

const lay = (at: Table, { id, who, pick, other }: BoardDeed, type: 'note' | 'area') =>
	addElement(at.docs, { id, type, by: `p${who}`, x: pick * 10, y: other * 10, text: 'Idee' }, at.origin, at.random);

/** Somebody does something at a table. What the board refuses is not done. */
export function performOnBoard(at: Table, deed: BoardDeed): void {
	const ids = [...readBoard(at.docs).byId.keys()];
	deeds[deed.what]!(at, ids[deed.pick % ids.length] ?? 'none', ids[deed.other % ids.length] ?? 'none', deed);
}

/** Parents are living areas without circles, the order is total, connectors hold on to something, the list is complete. */
export function expectSoundBoard(docs: BoardDocs): void {
	const board = readBoard(docs);
	const shown = new Map(board.elements.map((element) => [element.id, element]));
	for (const element of board.byId.values()) {
		if (element.parent !== null) {
			const around = shown.get(element.parent);
			ok(around && definitionOf(around.type).canContain, `${element.id} lies in something that holds nothing`);
			deepStrictEqual(element.depth, around.depth + 1, `${element.id} lies one deeper than its area`);
		}
		ok(element.depth <= limits.depth, `${element.id} lies too deep`);
	}
	for (const [index, element] of board.elements.entries()) {
		const next = board.elements[index + 1];
		if (next) ok(inOrder(element, next) < 0, `${element.id} and ${next.id} have no order`);
		if (!definitionOf(element.type).joins) continue;
		ok(shown.has(element.from ?? '') && shown.has(element.to ?? ''), `${element.id} joins nothing`);
	}
	const placed = board.elements.filter(({ type }) => !definitionOf(type).joins).map(({ id }) => id);
	deepStrictEqual(readingOrder(outlineOf(board)).sort(), placed.sort(), 'the list names everything once');
}
