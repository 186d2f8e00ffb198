import type { BoardSnapshot } from './board-element.ts';
import { cleanText } from './clean-text.ts';
import { elements } from './elements.ts';
import { outerFirst } from './outer-first.ts';
import { copiedFieldsOf } from './own-fields.ts';
import { outlineOf, readingOrder } from './outline.ts';
import type { Box } from './operations/resize-element.ts';
import type { PlannedElement } from './scaffold-plan.ts';
import type { Layer } from './shape.ts';

/** One copied thing, without author and history. Its id and its place say only how it stands to the others of the clip. */
export interface ClippedElement extends PlannedElement {
	layer: Layer;
}

/** What was copied, to be laid on this or another board: areas before what lies in them. */
export type Clip = readonly ClippedElement[];

/** A clip of things of a board, with the arrows between them. Unknown kinds do not come along, nor does an arrow that loses an end. */
export function clipOf(board: BoardSnapshot, ids: ReadonlySet<string>): Clip {
	const has = (id: string | null | undefined) => id != null && ids.has(id);
	const kept = board.elements.filter(({ id, from, to }) => (from === undefined ? has(id) : has(from) && has(to)));
	return outerFirst(kept).flatMap((element) => {
		const { id, type, layer, x, y, w, h, colour, text, parent } = element;
		if (type === 'unknown' || elements[type].unique) return [];
		const fitting = cleanText(text.slice(0, elements[type].textLimit));
		const around = has(parent) && board.byId.get(parent!)?.type !== 'unknown' ? parent : null;
		return { id, type, layer, parent: around, x, y, w, h, colour, text: fitting, own: copiedFieldsOf(type, element) };
	});
}

/** The words of things in reading order, one line each. */
export function linesOf(board: BoardSnapshot, ids: ReadonlySet<string>): string[] {
	return readingOrder(outlineOf(board))
		.filter((id) => ids.has(id))
		.map((id) => (board.byId.get(id)?.text ?? '').trim().replace(/\s+/g, ' '))
		.filter((line) => line !== '');
}

/** What of a clip or a plan has a place. */
export function placedOf<T extends PlannedElement>(things: readonly T[]): T[] {
	return things.filter(({ type }) => !elements[type].joins);
}

/** The same things, with the left upper corner of them all at a place. */
export function movedTo<T extends PlannedElement>(things: readonly T[], at: { x: number; y: number }): T[] {
	const { x, y } = boxOf(things);
	return things.map((each) => ({ ...each, x: Math.round(each.x - x + at.x), y: Math.round(each.y - y + at.y) }));
}

/** The room that things take. */
export function boxOf(things: readonly PlannedElement[]): Box {
	const placed = placedOf(things);
	if (placed.length === 0) return { x: 0, y: 0, w: 0, h: 0 };
	const [x, y] = [Math.min(...placed.map((each) => each.x)), Math.min(...placed.map((each) => each.y))];
	const right = Math.max(...placed.map((each) => each.x + each.w));
	const bottom = Math.max(...placed.map((each) => each.y + each.h));
	return { x, y, w: right - x, h: bottom - y };
}
