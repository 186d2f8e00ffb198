import type { BoardElement, BoardSnapshot } from './board-element.ts';
import type { AxisWords } from './elements/area.ts';
import type { NewPlaces } from './operations/put-into-area.ts';
import type { Box } from './operations/resize-element.ts';

/** The quarters of a matrix, in reading order. */
export const quarters = ['upper-left', 'upper-right', 'lower-left', 'lower-right'] as const;
export type Quarter = (typeof quarters)[number];

/** In which quarter something lies, and what that says: "viel Wirkung", "wenig Aufwand". */
export interface InQuarter {
	at: Quarter;
	says: readonly string[];
}

/** Room at the head of an area for its title and question, below and beside it for the words of the axes. */
const head = 160;
const band = 64;
const rim = 16;
const gap = 24;

/** The part of a matrix in which its quarters lie. */
export function fieldOf({ x, y, w, h }: Box): Box {
	return { x: x + band, y: y + head, w: Math.max(0, w - band - rim), h: Math.max(0, h - head - band) };
}

/** Where a quarter of a matrix lies. */
export function quarterBox(area: Box, quarter: Quarter): Box {
	const { x, y, w, h } = fieldOf(area);
	const [right, low] = [quarter.endsWith('right'), quarter.startsWith('lower')];
	return { x: right ? x + w / 2 : x, y: low ? y + h / 2 : y, w: w / 2, h: h / 2 };
}

/** What the place of something in a matrix says, none where it lies in none of its quarters. Its middle counts. */
export function inQuarter(element: BoardElement, board: BoardSnapshot): InQuarter | undefined {
	const area = board.byId.get(element.parent ?? '');
	if (area?.layout !== 'matrix') return undefined;
	const at = quarters.find((quarter) => holdsMiddle(quarterBox(area, quarter), element));
	return at && { at, says: saidBy(area, at) };
}

/** What lying in a quarter says, first by the upright axis: "viel Wirkung", "wenig Aufwand". */
export function saidBy({ axes }: Pick<BoardElement, 'axes'>, quarter: Quarter): string[] {
	if (!axes) return [];
	const [across, up] = axes;
	const end = ([title, low, high]: AxisWords, much: boolean) => {
		const word = much ? high : low;
		return word && `${word} ${title}`.trim();
	};
	return [end(up, quarter.startsWith('upper')), end(across, quarter.endsWith('right'))].filter((words) => words !== '');
}

/**
 * Free places for things in a quarter of a matrix, row by row. A full quarter is not left: what comes then lies over what is there, a
 * little aside, because beyond its edge it would say something else.
 */
export function placesInQuarter(
	board: BoardSnapshot,
	area: BoardElement,
	quarter: Quarter,
	moved: readonly BoardElement[]
): NewPlaces {
	const box = quarterBox(area, quarter);
	const ids = new Set(moved.map(({ id }) => id));
	const taken: Box[] = (board.children.get(area.id) ?? []).filter(({ id }) => !ids.has(id));
	return new Map(
		moved.map(({ id, w, h }) => {
			const free = cells(box, w, h).find((cell) => !taken.some((other) => overlap(other, cell)));
			const place = free ?? aside(box, { w, h }, taken);
			taken.push(place);
			return [id, { x: Math.round(place.x), y: Math.round(place.y) }];
		})
	);
}

/** The cells of a quarter into which a thing of this size fits. */
function cells(box: Box, w: number, h: number): Box[] {
	const [columns, rows] = [count(box.w, w), count(box.h, h)];
	return Array.from({ length: columns * rows }, (_, cell) => ({
		x: box.x + gap + (cell % columns) * (w + gap),
		y: box.y + gap + Math.floor(cell / columns) * (h + gap),
		w,
		h
	}));
}

/** From the middle of a quarter down and to the right, as far as nothing is covered exactly and the quarter is not left. */
function aside(box: Box, { w, h }: Pick<Box, 'w' | 'h'>, taken: readonly Box[]): Box {
	const steps = Math.max(1, Math.floor(Math.min(box.w, box.h) / 2 / gap));
	const places = Array.from({ length: steps }, (_, step) => ({
		x: box.x + (box.w - w) / 2 + step * gap,
		y: box.y + (box.h - h) / 2 + step * gap,
		w,
		h
	}));
	return places.find(({ x, y }) => !taken.some((other) => other.x === x && other.y === y)) ?? places[0]!;
}

const count = (room: number, side: number) => Math.max(0, Math.floor((room - gap) / (side + gap)));

function holdsMiddle({ x, y, w, h }: Box, thing: Box): boolean {
	const [mx, my] = [thing.x + thing.w / 2, thing.y + thing.h / 2];
	return mx >= x && mx < x + w && my >= y && my < y + h;
}

function overlap(a: Box, b: Box): boolean {
	return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
