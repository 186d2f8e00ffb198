import { definitionOf, isConnectable } from '#board/elements.ts';
import * as m from '#paraglide/messages.js';
import { areaAt, withContent } from './arrange.ts';
import { toBoard, type Point } from './camera.ts';
import type { Canvas } from './canvas.svelte.ts';
import { distanceTo, lineOf, middleOf } from './connector-line.ts';
import type { Desk } from './desk.svelte.ts';
import type { Phase, PointerHost, PointerTarget, Way } from './pointer-machine.ts';
import { resizedBox } from './resized-box.ts';
import { placed, sized } from './snapping.ts';
import { addNote, connect } from './wishes.ts';

/** Two taps within so many milliseconds and screen pixels are one double tap. */
const doubleTap = { time: 350, way: 24 };
/** So near to an arrow a tap still means it. */
const reach = 12;

/** What the gestures of pointers do to the board. Nothing is written before a gesture has ended well. */
export class Gestures implements PointerHost {
	readonly #canvas: Canvas;
	readonly #desk: Desk;
	#lastTap: { time: number; at: Point; id: string } | null = null;

	constructor(canvas: Canvas) {
		this.#canvas = canvas;
		this.#desk = canvas.desk;
	}

	mayDrag(id: string): boolean {
		const element = this.#desk.board.element(id);
		if (!element || this.#desk.mode === 'connect' || definitionOf(element.type).joins) return false;
		// A pin goes where that goes on which it stands.
		if (element.on !== undefined) return false;
		// A working area with all its cards moves only once it was chosen, so that nobody drags it along by accident.
		const loose = element.layer === 'cards' || !definitionOf(element.type).keepsContent;
		return this.#desk.may(element) && (loose || this.#desk.selection.has(id));
	}

	selecting(): boolean {
		return this.#desk.mode === 'many';
	}

	drawing(): boolean {
		return this.#desk.mode === 'draw' && this.#desk.rights.mayCards;
	}

	draw(at: Point, phase: Phase | 'begin'): void {
		this.#desk.atNeed?.drawOn(this.#canvas, at, phase);
	}

	tap(target: PointerTarget, at: Point, adding: boolean): void {
		const id = 'id' in target ? target.id : this.#arrowAt(at);
		const again = this.#isDouble(at, id ?? '');
		const { selection, mode } = this.#desk;
		if (id !== null && mode === 'connect') return this.#connectByTaps(id);
		if (id === null) {
			if (mode === 'choose' && !adding) selection.clear();
			if (again && mode === 'choose') this.#noteAt(at);
		} else if (again && mode === 'choose') this.#desk.edit(id);
		else if (adding || mode === 'many') selection.toggle(id);
		else {
			selection.choose(id);
			// There is nothing to see of a pin but what it leads to.
			if (definitionOf(this.#desk.board.element(id)?.type ?? 'unknown').unique) this.#desk.edit(id);
		}
	}

	hold(target: PointerTarget, at: Point): boolean {
		const id = 'id' in target ? target.id : this.#arrowAt(at);
		if (id !== null) this.openMenu(id);
		return id !== null;
	}

	/** What can be done with a thing, together with what is chosen beside it. */
	openMenu(id: string): void {
		this.#desk.selection.arrive(id);
		this.#desk.dialog = { is: 'menu', ids: [...this.#desk.selection.ids] };
	}

	pan(by: Point): void {
		this.#canvas.pan(by);
	}

	pinch(at: Point, by: Point, factor: number): void {
		this.#canvas.pan(by);
		this.#canvas.zoom(at, factor);
	}

	marquee(from: Point, to: Point, phase: Phase): void {
		const [a, b] = [toBoard(this.#canvas.camera, from), toBoard(this.#canvas.camera, to)];
		const box = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
		this.#canvas.marquee = phase === 'move' ? box : null;
		if (phase === 'cancel') return;
		const inside = this.#desk.board.index
			.within(box)
			.filter(({ type }) => !definitionOf(type).joins && !definitionOf(type).keepsContent);
		this.#desk.selection.chooseAll(inside.map(({ id }) => id));
	}

	drag(id: string, way: Way, adding: boolean, phase: Phase): void {
		const { board, selection, presence, actions } = this.#desk;
		if (!selection.has(id)) {
			if (adding) selection.toggle(id);
			else selection.choose(id);
		} else if (selection.active !== id) selection.arrive(id);
		const ids = [...selection.ids].filter((each) => this.mayDrag(each));
		const zoom = this.#canvas.camera.zoom;
		const carried = board.carried?.ids ?? withContent(board.snapshot, ids);
		this.#canvas.guides = [];
		const hand = { x: way.x / zoom, y: way.y / zoom };
		const onBoard = way.free ? rounded(hand) : placed(this.#canvas, carried, ids, hand);
		if (phase === 'move') {
			board.carried = { ids: carried, way: onBoard };
			presence.show({ drag: { ids: ids.slice(0, 100), dx: onBoard.x, dy: onBoard.y } });
			this.#canvas.target = this.#areaFor(id);
			return;
		}
		if (phase === 'end') this.#desk.tell(actions.drop(ids, onBoard, board.index));
		board.carried = null;
		this.#canvas.guides = [];
		this.#canvas.target = null;
		presence.show({ drag: null });
	}

	connect(id: string, to: Point, phase: Phase): void {
		const place = toBoard(this.#canvas.camera, to);
		const end = this.#desk.board.index.at(place.x, place.y);
		const fits = end && end.id !== id && isConnectable(end) ? end : null;
		this.#canvas.link = phase === 'move' ? { from: id, to: fits ? middleOf(fits) : place } : null;
		this.#canvas.target = phase === 'move' ? (fits?.id ?? null) : null;
		if (phase === 'end' && fits) connect(this.#desk, id, fits.id);
	}

	resize(id: string, way: Way, phase: Phase): void {
		const { board, actions } = this.#desk;
		const element = board.element(id);
		if (!element) return;
		const zoom = this.#canvas.camera.zoom;
		const onBoard = { x: way.x / zoom, y: way.y / zoom };
		const keepsShape = definitionOf(element.type).keepsShape === true;
		const hand = resizedBox(element, onBoard, keepsShape);
		this.#canvas.guides = [];
		const box = way.free || keepsShape ? hand : sized(this.#canvas, id, hand);
		if (phase === 'end') this.#desk.tell(actions.resize(id, box));
		board.resized = phase === 'move' ? { id, box } : null;
		if (phase !== 'move') this.#canvas.guides = [];
	}

	#areaFor(id: string): string | null {
		const { board } = this.#desk;
		const element = board.element(id);
		if (!element || !board.carried) return null;
		const area = areaAt(board.index, middleOf(board.placeOf(element)), board.carried.ids);
		return area && area.id !== element.parent ? area.id : null;
	}

	#noteAt(at: Point): void {
		if (!this.#desk.rights.mayCards) return this.#desk.announcer.say(m.board_said_not_allowed());
		const place = toBoard(this.#canvas.camera, at);
		const area = areaAt(this.#desk.board.index, place, new Set());
		addNote(this.#desk, { at: place, area: area?.id ?? null });
	}

	#connectByTaps(id: string): void {
		const from = this.#desk.connectFrom;
		this.#desk.selection.choose(id);
		if (from === null || from === id) {
			this.#desk.connectFrom = id;
			return;
		}
		connect(this.#desk, from, id);
		this.#desk.connectFrom = null;
		this.#desk.mode = 'choose';
	}

	#arrowAt(at: Point): string | null {
		const { camera, arrows } = this.#canvas;
		const place = toBoard(camera, at);
		const near = arrows.find((arrow) => {
			const line = lineOf(arrow, this.#desk.snapshot, (element) => this.#desk.placeOf(element));
			return line !== null && distanceTo(line, place) * camera.zoom <= reach;
		});
		return near?.id ?? null;
	}

	#isDouble(at: Point, id: string): boolean {
		const last = this.#lastTap;
		const time = performance.now();
		const again =
			last !== null &&
			last.id === id &&
			time - last.time < doubleTap.time &&
			Math.hypot(at.x - last.at.x, at.y - last.at.y) < doubleTap.way;
		this.#lastTap = again ? null : { time, at, id };
		return again;
	}
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });
