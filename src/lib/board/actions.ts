import type { BoardDocs } from '#board/board-docs.ts';
import type { BoardElement, BoardSnapshot, OwnFields } from '#board/board-element.ts';
import type { Colour } from '#board/colours.ts';
import type { ConnectorKind } from '#board/elements/connector.ts';
import { definitionOf, elements, type ElementType } from '#board/elements.ts';
import { freePlaces } from '#board/free-places.ts';
import { clipOf, type Clip } from '#board/clip.ts';
import { newElementId } from '#board/ids.ts';
import { inLane } from '#board/lanes.ts';
import { placesInQuarter, type Quarter } from '#board/matrix.ts';
import { addElement, type NewElement } from '#board/operations/add-elements.ts';
import { changeLayer } from '#board/operations/change-layer.ts';
import { changeOwnFields } from '#board/operations/change-own-fields.ts';
import { connect } from '#board/operations/connect.ts';
import { deleteElements } from '#board/operations/delete-elements.ts';
import { editText, type TextEdit } from '#board/operations/edit-text.ts';
import { moveElements } from '#board/operations/move-elements.ts';
import { layOutPlan, type ScaffoldPlan } from '#board/scaffold-plan.ts';
import { pasteClip } from '#board/operations/paste-clip.ts';
import { placeElements } from '#board/operations/place-elements.ts';
import { putIntoArea } from '#board/operations/put-into-area.ts';
import { recolourElements } from '#board/operations/recolour-elements.ts';
import { reorderElement } from '#board/operations/reorder-element.ts';
import { resizeElement, type Box } from '#board/operations/resize-element.ts';
import { restoreElements } from '#board/operations/restore-elements.ts';
import { stackElements, type Stacking } from '#board/operations/stack-elements.ts';
import { turnInto } from '#board/operations/turn-into.ts';
import { layers, Origin, type Layer } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { makeUndo, type BoardUndo } from '#board/undo.ts';
import { ok, type Result } from '#domain/result.ts';
import { aligned, type Alignment } from './align.ts';
import { areaAt, besideAll, groupPlan, withContent } from './arrange.ts';
import { middleOf } from './connector-line.ts';
import type { Point } from './camera.ts';
import { duplicatePlace, pastePlace, type PastePlace } from './paste-place.ts';
import type { SpatialIndex } from '#board/spatial.ts';

/** Where a new thing shall lie: around a place on the board, in an area, or wherever there is room. */
export interface Where {
	at?: Point;
	area?: string | null;
}

/** What a new thing has beside what goes without saying. */
export interface Additions extends Pick<NewElement, 'own' | 'text' | 'colour'> {
	size?: readonly [number, number];
}

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/**
 * What a person can do with a board, each as one step that she can take back. The same for both views; whether she may do it
 * is asked before (`Desk`) and enforced by the server for each of the two documents.
 */
export class BoardActions {
	/** Marks what this person did on this screen. */
	readonly origin = new Origin('user');
	readonly #docs: BoardDocs;
	readonly #undo: BoardUndo;
	readonly #by: string;
	readonly #now: () => number;

	/** `by` is the pseudonym under which this person appears in the documents. */
	constructor(docs: BoardDocs, by: string, now: () => number = Date.now) {
		this.#docs = docs;
		this.#by = by;
		this.#now = now;
		this.#undo = makeUndo(docs, this.origin, now);
	}

	get canUndo(): boolean {
		return this.#undo.canUndo;
	}

	get canRedo(): boolean {
		return this.#undo.canRedo;
	}

	/** Takes back this person's last step. */
	undo = () => this.#undo.undo();

	/** Does this person's last taken-back step again. */
	redo = () => this.#undo.redo();

	/** What follows is a step of its own, for example typing into another card. */
	beginStep(): void {
		this.#undo.stop();
	}

	close(): void {
		this.#undo.destroy();
	}

	/** Lays a new thing on the board and answers its id. */
	add(type: ElementType, { at, area = null }: Where, more: Additions = {}): Result<string> {
		return this.#step((board) => {
			const id = newElementId(randomBytes);
			const [w, h] = more.size ?? elements[type].defaultSize;
			const place = at ? { x: at.x - w / 2, y: at.y - h / 2 } : freePlaces(board, area, 1, { w, h })[0];
			const added = addElement(
				this.#docs,
				{ id, type, by: this.#by, parent: area, w, h, text: more.text, colour: more.colour, own: more.own, ...place },
				this.origin,
				Math.random
			);
			return added.ok ? ok(id) : added;
		});
	}

	/** Moves things by the same way and puts them into the areas they come to lie in: one step, whatever it touches. */
	drop(ids: readonly string[], way: Point, index: SpatialIndex): Result<void> {
		return this.#step((board) => {
			const carried = withContent(board, ids);
			const loose = ids.filter((id) => !isInside(id, new Set(ids), board));
			const staying: string[] = [];
			for (const element of loose.flatMap((id) => board.byId.get(id) ?? [])) {
				const place = { x: element.x + way.x, y: element.y + way.y };
				const area = areaAt(index, middleOf({ ...element, ...place }), carried)?.id ?? null;
				const put =
					area !== element.parent &&
					putIntoArea(this.#docs, [element.id], area, this.origin, new Map([[element.id, place]]));
				if (!put || !put.ok) staying.push(element.id);
			}
			return staying.length > 0 ? this.#move(staying, way) : ok();
		});
	}

	/** Moves things without putting them anywhere else, as the arrow keys do. */
	nudge(ids: readonly string[], way: Point): Result<void> {
		return this.#step(() => this.#move(ids, way));
	}

	/** Puts things into an area (null: none), where there is room. */
	putInto(ids: readonly string[], area: string | null): Result<void> {
		return this.#step((board) => {
			const moved = ids.flatMap((id) => board.byId.get(id) ?? []);
			const size = { w: Math.max(0, ...moved.map(({ w }) => w)), h: Math.max(0, ...moved.map(({ h }) => h)) };
			const free = freePlaces(board, area, moved.length, size);
			const places = new Map(moved.map(({ id }, at) => [id, free[at] ?? { x: 0, y: 0 }]));
			return putIntoArea(this.#docs, ids, area, this.origin, places);
		});
	}

	/** Puts things into a quarter of a matrix, where there is room. */
	putIntoQuarter(ids: readonly string[], matrix: BoardElement, quarter: Quarter): Result<void> {
		return this.#step((board) => {
			const moved = ids.flatMap((id) => board.byId.get(id) ?? []);
			const places = placesInQuarter(board, matrix, quarter, moved);
			return putIntoArea(this.#docs, ids, matrix.id, this.origin, places);
		});
	}

	/** Lays things of a lane in line. */
	tidy(lane: BoardElement, may: (element: BoardElement) => boolean): Result<void> {
		return this.#step((board) => {
			const places = [...inLane(board, lane)].filter(([id]) => may(board.byId.get(id)!));
			return places.length > 0 ? placeElements(this.#docs, new Map(places), this.origin) : ok();
		});
	}

	/** Makes a group of several things and answers its id. */
	group(ids: readonly string[]): Result<string> {
		return this.#step((board) => {
			const id = newElementId(randomBytes);
			const plan = groupPlan(board, ids);
			if (!plan) return { ok: false, problem: { code: 'board.element-missing' } };
			const frame = {
				id,
				type: 'area' as const,
				by: this.#by,
				layer: 'cards' as const,
				parent: plan.parent,
				...plan.box
			};
			const added = addElement(this.#docs, frame, this.origin, Math.random);
			if (!added.ok) return added;
			const put = putIntoArea(this.#docs, ids, id, this.origin, plan.places);
			return put.ok ? ok(id) : put;
		});
	}

	/** Joins two things and answers the id of the connector. */
	connect(from: string, to: string, kind: ConnectorKind = 'affects'): Result<string> {
		return this.#step(() => {
			const id = newElementId(randomBytes);
			const joined = connect(this.#docs, { id, from, to, kind, by: this.#by }, this.origin, Math.random);
			return joined.ok ? ok(id) : joined;
		});
	}

	/** Lays a clip on the board and answers the ids of its outermost things. */
	paste(clip: Clip, where: Where, index: SpatialIndex, mayScaffold: boolean): Result<string[]> {
		return this.#step((board) => this.#paste(clip, pastePlace(board, index, clip, where), mayScaffold));
	}

	/** Lays a prepared board beside what is on this one. The answer says which thing of the plan got which id. */
	layPlan(plan: ScaffoldPlan): Result<ReadonlyMap<string, string>> {
		return this.#step((board) => {
			const use = { by: this.#by, randomBytes, random: Math.random, at: besideAll(board, plan.scaffold) };
			return layOutPlan(this.#docs, plan, use, this.origin);
		});
	}

	/** Lays the same things beside themselves once more. */
	duplicate(ids: readonly string[], mayScaffold: boolean): Result<string[]> {
		return this.#step((board) => {
			const clip = clipOf(board, withContent(board, ids));
			return this.#paste(clip, duplicatePlace(board, clip), mayScaffold);
		});
	}

	/** Brings things into line or gives them equal gaps. What lies in another of them goes along. */
	align(ids: readonly string[], how: Alignment): Result<void> {
		return this.#step((board) => {
			const loose = ids.filter((id) => !isInside(id, new Set(ids), board));
			const things = loose.flatMap((id) => board.byId.get(id) ?? []);
			return placeElements(this.#docs, aligned(things, how, board), this.origin);
		});
	}

	recolour = (ids: readonly string[], colour: Colour) =>
		this.#step(() => recolourElements(this.#docs, ids, colour, this.origin));

	remove = (ids: readonly string[]) =>
		this.#step(() => deleteElements(this.#docs, ids, { by: this.#by, at: this.#now() }, this.origin));

	restore = (ids: readonly string[]) => this.#step(() => restoreElements(this.#docs, ids, this.origin));

	/** Writes what was typed, as part of the step that was begun. */
	write = (id: string, edit: TextEdit) => editText(this.#docs, id, edit, this.origin);

	resize = (id: string, box: Box) => this.#step(() => resizeElement(this.#docs, id, box, this.origin));

	/** Lets a thing say something else of itself. */
	saySelf = (id: string, own: OwnFields) => this.#step(() => changeOwnFields(this.#docs, id, own, this.origin));

	turnInto = (ids: readonly string[], type: ElementType) =>
		this.#step(() => turnInto(this.#docs, ids, type, this.origin));

	changeLayer = (ids: readonly string[], layer: Layer) =>
		this.#step(() => changeLayer(this.#docs, ids, layer, this.origin));

	/** Moves an entry of the list up or down among those beside it. */
	reorder({ id, parent }: BoardElement, up: boolean): Result<void> {
		return this.#step((board) => {
			const row = board.children.get(parent) ?? [];
			const other = row[row.findIndex((element) => element.id === id) + (up ? -1 : 1)];
			if (!other) return ok();
			const place = up ? { before: other.id } : { behind: other.id };
			return reorderElement(this.#docs, id, place, this.origin, Math.random);
		});
	}

	/** Lays things above or below those beside them and answers how many have moved. */
	stack = (ids: readonly string[], way: Stacking) =>
		this.#step(() => stackElements(this.#docs, ids, way, this.origin, Math.random));

	#paste(clip: Clip, place: PastePlace, mayScaffold: boolean): Result<string[]> {
		const pasting = { ...place, mayScaffold, by: this.#by, randomBytes, random: Math.random };
		return pasteClip(this.#docs, clip, pasting, this.origin);
	}

	#move(ids: readonly string[], { x, y }: Point): Result<void> {
		return moveElements(this.#docs, ids, { dx: x, dy: y }, this.origin);
	}

	/** One gesture, one step to take back, and one message to the others for each document. */
	#step<T>(change: (board: BoardSnapshot) => Result<T>): Result<T> {
		this.#undo.stop();
		const inBoth = layers.reduceRight<() => Result<T>>(
			(inner, layer) => () => this.#docs.docOf(layer).transact(inner, this.origin),
			() => change(readBoard(this.#docs))
		);
		const done = inBoth();
		this.#undo.stop();
		return done;
	}
}

function isInside(id: string, areas: ReadonlySet<string>, board: BoardSnapshot): boolean {
	for (let at = board.byId.get(id)?.parent ?? null; at !== null; at = board.byId.get(at)?.parent ?? null) {
		if (areas.has(at)) return true;
	}
	return definitionOf(board.byId.get(id)?.type ?? 'unknown').joins;
}
