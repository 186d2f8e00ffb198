import type { BoardElement, BoardSnapshot } from '#board/board-element.ts';
import { boxOf } from '#board/clip.ts';
import { definitionOf, elements } from '#board/elements.ts';
import type { Box } from '#board/operations/resize-element.ts';
import type { NewPlaces } from '#board/operations/put-into-area.ts';
import type { PlannedElement } from '#board/scaffold-plan.ts';
import type { SpatialIndex } from '#board/spatial.ts';
import { around, type Point } from './camera.ts';

const gap = 24;
/** Room for the name of a group above its cards. */
const head = 72;
/** How far a group stands in from the edge of its area. */
const inset = 4;
/** Room for the name and the question of a working area. */
const areaHead = 152;
/** Between large things on the bare board. */
const apart = 64;
const nothing: Box = { x: 0, y: 0, w: 0, h: 0 };
const columns = 4;
const patience = 200;

/** Things with everything that lies in them: what moves when they are moved. */
export function withContent(board: BoardSnapshot, ids: Iterable<string>): Set<string> {
	const all = new Set<string>();
	const add = (id: string) => {
		all.add(id);
		for (const child of board.children.get(id) ?? []) add(child.id);
	};
	for (const id of ids) add(id);
	return all;
}

/** The area under a place, leaving out those that are being carried there. */
export function areaAt(index: SpatialIndex, { x, y }: Point, carried: ReadonlySet<string>): BoardElement | null {
	const areas = index
		.within({ x, y, w: 0, h: 0 })
		.filter(({ id, type }) => definitionOf(type).canContain && !carried.has(id));
	return areas.at(-1) ?? null;
}

/** Whether a thing can be put elsewhere. An arrow goes with its ends, and a pin with what it is about, as long as that is there. */
export function hasOwnPlace({ type, on }: BoardElement, board: BoardSnapshot): boolean {
	const about = on === undefined ? undefined : board.byId.get(on);
	return !definitionOf(type).joins && (!about || about.deleted !== undefined);
}

/** How many things people have put into an area; its question and other fixed words do not count. */
export function cardsIn(board: BoardSnapshot, area: string): number {
	return (board.children.get(area) ?? []).filter(
		({ type, layer }) => !definitionOf(type).decoration && (layer === 'cards' || definitionOf(type).layer === 'cards')
	).length;
}

/** Every area, each after the one it lies in. */
export function areasOf(board: BoardSnapshot): BoardElement[] {
	const listed = (parent: string | null): BoardElement[] =>
		(board.children.get(parent) ?? [])
			.filter(({ type }) => definitionOf(type).canContain)
			.flatMap((area) => [area, ...listed(area.id)]);
	return listed(null);
}

/** To the right of everything on the board, level with its areas: there something large covers nothing. */
export function beside(board: BoardSnapshot, [w, h]: readonly [number, number]): { at: Point } {
	const all = around(board.children.get(null) ?? []) ?? nothing;
	const top = around(areasOf(board))?.y ?? all.y;
	return { at: { x: all.x + all.w + apart + w / 2, y: top + h / 2 } };
}

/** The same for a whole plan, so that its areas and those of the board begin at one height. Nothing yet: in the middle of the board. */
export function besideAll(board: BoardSnapshot, plan: readonly PlannedElement[]): Point {
	if (board.elements.length === 0) return { x: 0, y: 0 };
	const areas = around(plan.filter(({ type }) => elements[type].canContain));
	const { at } = beside(board, [0, 0]);
	return { x: at.x, y: at.y + boxOf(plan).y - (areas?.y ?? boxOf(plan).y) };
}

/** Below everything on the board, at its left edge. */
export function below(board: BoardSnapshot, [w, h]: readonly [number, number]): { at: Point } {
	const all = around(board.children.get(null) ?? []) ?? nothing;
	return { at: { x: all.x + w / 2, y: all.y + all.h + apart + h / 2 } };
}

/** Every matrix. */
export function matricesOf(board: BoardSnapshot): BoardElement[] {
	return areasOf(board).filter(({ layout }) => layout === 'matrix');
}

/** Where a new group goes and where its cards lie in it. */
export interface GroupPlan {
	box: Box;
	parent: string | null;
	places: NewPlaces;
}

/**
 * A frame around cards that shall form a group. Where nothing else lies between them they stay where they are; otherwise
 * they come together in rows, at the nearest free place.
 */
export function groupPlan(board: BoardSnapshot, ids: readonly string[]): GroupPlan | null {
	const cards = ids.flatMap((id) => board.byId.get(id) ?? []).filter(({ type }) => !definitionOf(type).joins);
	const bounds = around(cards);
	const first = cards[0];
	if (!bounds || !first) return null;
	const parent = cards.every((card) => card.parent === first.parent) ? first.parent : null;
	const grouped = withContent(
		board,
		cards.map(({ id }) => id)
	);
	const others = (board.children.get(parent) ?? []).filter(
		(element) => !grouped.has(element.id) && !contains(element, bounds)
	);
	const frame = framed(bounds);
	if (!others.some((other) => overlap(other, frame))) return { box: frame, parent, places: new Map() };
	return inRows(cards, parent === null ? null : (board.byId.get(parent) ?? null), bounds, others);
}

/** In an area the first free place from its top is taken, so that groups follow one another; elsewhere the next one below. */
function inRows(
	cards: readonly BoardElement[],
	parent: BoardElement | null,
	bounds: Box,
	others: readonly BoardElement[]
): GroupPlan {
	const w = Math.max(...cards.map((card) => card.w)) + gap;
	const h = Math.max(...cards.map((card) => card.h)) + gap;
	const room = parent ? Math.max(1, Math.floor((parent.w - 2 * inset - gap) / w)) : columns;
	const wide = Math.min(room, columns, parent ? cards.length : Math.ceil(Math.sqrt(cards.length)));
	const rows = Math.ceil(cards.length / wide);
	const [left, top] = parent ? [parent.x + inset + gap, parent.y + areaHead + head] : [bounds.x, bounds.y];
	let box = framed({ x: left, y: top, w: wide * w - gap, h: rows * h - gap });
	for (let tries = 0; tries < patience && others.some((other) => overlap(other, box)); tries++) {
		box = { ...box, y: box.y + gap };
	}
	const places = new Map(
		cards.map(({ id }, at) => [id, { x: box.x + gap + (at % wide) * w, y: box.y + head + Math.floor(at / wide) * h }])
	);
	return { box, parent: parent?.id ?? null, places };
}

const framed = ({ x, y, w, h }: Box): Box => ({ x: x - gap, y: y - head, w: w + 2 * gap, h: h + head + gap });

function overlap(a: Box, b: Box): boolean {
	return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function contains(outer: BoardElement, inner: Box): boolean {
	if (!definitionOf(outer.type).canContain) return false;
	const { x, y, w, h } = outer;
	return x <= inner.x && y <= inner.y && x + w >= inner.x + inner.w && y + h >= inner.y + inner.h;
}
