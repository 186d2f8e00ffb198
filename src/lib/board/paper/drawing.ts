import type { BoardElement } from '#board/board-element.ts';
import type { Box } from '#board/operations/resize-element.ts';
import type { Line } from '../connector-line.ts';

/** One thing on the paper: a card in its place, or an arrow along its line. */
export interface Drawing {
	id: string;
	element: BoardElement;
	/** Where its ink is, at most. */
	box: Box;
	/** Null for a card. */
	line: Line | null;
	chosen: boolean;
	/** An arrow that is still being drawn. */
	loose: boolean;
}

/** The strokes of a card reach so far beyond its edge, the head of an arrow so far beyond its line. */
const overhang = { card: 4, arrow: 24 };

export function cardDrawing(element: BoardElement, place: Box): Drawing {
	return { id: element.id, element, box: widened(place, overhang.card), line: null, chosen: false, loose: false };
}

/** `zoom`: from afar an arrow is drawn thicker on the board, so that it stays visible on the screen. */
export function arrowDrawing(
	element: BoardElement,
	line: Line,
	zoom: number,
	{ chosen = false, loose = false }: { chosen?: boolean; loose?: boolean }
): Drawing {
	const { from, to } = line;
	const box = {
		x: Math.min(from.x, to.x),
		y: Math.min(from.y, to.y),
		w: Math.abs(from.x - to.x),
		h: Math.abs(from.y - to.y)
	};
	const id = loose ? `${element.id} …` : element.id;
	return { id, element, box: widened(box, Math.max(1, 1 / zoom) * overhang.arrow), line, chosen, loose };
}

/** The place of a card without the room for its strokes. */
export function placeOfCard({ box }: Drawing): Box {
	return widened(box, -overhang.card);
}

/** What has to be painted anew, in places of the board, when other things lie there than before. */
export function changedBoxes(before: ReadonlyMap<string, Drawing>, now: ReadonlyMap<string, Drawing>): Box[] {
	const boxes: Box[] = [];
	for (const drawing of now.values()) {
		const old = before.get(drawing.id);
		if (old && looksSame(old, drawing)) continue;
		if (old) boxes.push(old.box);
		boxes.push(drawing.box);
	}
	for (const { id, box } of before.values()) if (!now.has(id)) boxes.push(box);
	return boxes;
}

export function touch(a: Box, b: Box): boolean {
	return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function looksSame(a: Drawing, b: Drawing): boolean {
	if (a.element !== b.element || a.chosen !== b.chosen || !sameBox(a.box, b.box)) return false;
	return (
		a.line === b.line ||
		(!!a.line && !!b.line && samePoint(a.line.from, b.line.from) && samePoint(a.line.to, b.line.to))
	);
}

const sameBox = (a: Box, b: Box) => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
const samePoint = (a: Line['from'], b: Line['from']) => a.x === b.x && a.y === b.y;

function widened({ x, y, w, h }: Box, by: number): Box {
	return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by };
}
