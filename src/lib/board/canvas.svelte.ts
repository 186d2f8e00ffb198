import type { BoardElement } from '#board/board-element.ts';
import { definitionOf } from '#board/elements.ts';
import type { Box } from '#board/operations/resize-element.ts';
import { around, farZoom, fit, pan, reveal, zoomAt, type Camera, type Point, type Size } from './camera.ts';
import { lineBetween, lineOf } from './connector-line.ts';
import { Crowd } from './crowd.ts';
import type { Desk } from './desk.svelte.ts';
import type { Guide } from './snap.ts';
import { arrowDrawing, cardDrawing, type Drawing } from './paper/drawing.ts';
import { painters } from './paper/painters.ts';
import { VisibleSet } from './visible-set.ts';

/** How much one press of + or - zooms. */
const zoomStep = 1.25;
/** From here on what one writes can be read. */
const legible = 0.8;
const phoneWidth = 700;
/** The tools lie over the lower edge of the canvas. */
const toolsHeight = 88;
/** Below this a whole board is only a pattern: then one area is shown first. */
const overview = 0.2;

/** What the canvas shows: the camera, and what of the board is mounted under it. */
export class Canvas {
	camera = $state.raw<Camera>({ x: 0, y: 0, zoom: 1 });
	size = $state.raw<Size>({ w: 0, h: 0 });
	/** The area into which what is being carried would fall. */
	target = $state<string | null>(null);
	/** The frame that is being drawn around things, in places of the board. */
	marquee = $state.raw<Box | null>(null);
	/** Where what is moved lies in line with others. */
	guides = $state.raw<readonly Guide[]>([]);
	/** The connector that is being drawn. */
	link = $state.raw<{ from: string; to: Point } | null>(null);
	/** The stroke that is being drawn; a new object for each of its points, which are added to one list. */
	stroke = $state.raw<{ points: Point[] } | null>(null);
	/** The place of the board under the mouse; null without one, or when the keyboard went elsewhere. */
	pointer: Point | null = null;
	readonly desk: Desk;
	readonly #set = new VisibleSet();
	readonly #crowd = new Crowd();
	#approached: { from: Camera; to: Camera } | null = null;

	/** What stays mounted wherever it is. */
	readonly #kept: ReadonlySet<string> = $derived.by(
		() => new Set([this.desk.tabStop, this.desk.editing].filter((id) => id !== null))
	);
	readonly #carried = $derived.by(() => this.desk.board.carried?.ids);
	readonly #found: ReadonlySet<string> = $derived.by(() => new Set([...this.#kept, ...(this.#carried ?? [])]));
	readonly #near: readonly BoardElement[] = $derived.by(() =>
		this.#set.find(this.desk.board.index, this.desk.snapshot, this.camera, this.size, this.#found)
	);
	readonly #zoom = $derived.by(() => this.camera.zoom);
	/** What lies under the connectors. */
	readonly areas = $derived.by(() => this.#near.filter(({ type }) => definitionOf(type).keepsContent));
	/** The arrows in view. They are painted. */
	readonly arrows = $derived.by(() => this.#near.filter(({ type }) => definitionOf(type).joins));
	/** What lies above the connectors, of those in view. */
	readonly things = $derived.by(() =>
		this.#near.filter(({ type }) => !definitionOf(type).keepsContent && !definitionOf(type).joins)
	);
	/** Whether letters can be read. */
	readonly legible = $derived.by(() => this.#zoom >= farZoom);
	/** Whether cards are painted instead of mounted. */
	readonly far = $derived.by(() => this.#crowd.isOne(this.things.length) || !this.legible);
	/** The cards that are painted. */
	readonly painted = $derived.by(() =>
		this.far ? this.things.filter(({ id, type }) => painters[type] && !this.#kept.has(id)) : []
	);
	/** Those of the things that are mounted. */
	readonly mounted = $derived.by(() => {
		const painted = new Set(this.painted);
		return painted.size > 0 ? this.things.filter((thing) => !painted.has(thing)) : this.things;
	});
	/** All that is on the paper, in the order in which it is painted. */
	readonly drawings: ReadonlyMap<string, Drawing> = $derived.by(() => {
		const { desk, link } = this;
		const placeOf = (element: BoardElement) => desk.placeOf(element);
		const drawings = this.arrows.flatMap((arrow) => {
			const line = lineOf(arrow, desk.snapshot, placeOf);
			return line ? arrowDrawing(arrow, line, this.#zoom, { chosen: desk.selection.has(arrow.id) }) : [];
		});
		drawings.push(...this.painted.map((card) => cardDrawing(card, placeOf(card))));
		const from = link && desk.board.element(link.from);
		const line = from && lineBetween(placeOf(from), { ...link.to, w: 0, h: 0 });
		if (line) drawings.push(arrowDrawing(from, line, this.#zoom, { loose: true }));
		return new Map(drawings.map((drawing) => [drawing.id, drawing]));
	});
	/** The arrows that get a handle: chosen ones, and those of what is chosen. */
	readonly handles = $derived.by(() => {
		const { selection } = this.desk;
		if (selection.ids.size === 0 || !this.legible) return [];
		return this.arrows.filter(
			({ id, from, to }) => selection.has(id) || selection.has(from ?? '') || selection.has(to ?? '')
		);
	});
	/** How near one is, in coarse steps, so that a pinch does not lay out every title anew for each frame. */
	readonly nearness = $derived.by(() => 2 ** (Math.round(Math.log2(this.camera.zoom) * 2) / 2));

	constructor(desk: Desk) {
		this.desk = desk;
	}

	/** The whole board; on a small screen the fullest area of it. */
	showFirst(): void {
		this.fit();
		if (this.camera.zoom >= overview) return;
		const { children } = this.desk.snapshot;
		const areas = (children.get(null) ?? []).filter(({ type }) => definitionOf(type).canContain);
		const full = (id: string) => children.get(id)?.length ?? 0;
		const [fullest] = [...areas].sort((a, b) => full(b.id) - full(a.id));
		if (fullest) this.camera = this.#atTop(fullest);
	}

	fit(): void {
		const placed = this.desk.snapshot.elements.filter(({ type }) => !definitionOf(type).joins);
		const size = { ...this.size, h: this.size.h - toolsHeight };
		this.camera = fit(around(placed), size, this.size.w < phoneWidth ? 16 : 56);
	}

	pan(by: Point): void {
		this.camera = pan(this.camera, by);
	}

	zoom(at: Point, factor: number): void {
		this.camera = zoomAt(this.camera, at, factor);
	}

	/** One step nearer or away, in the middle of the screen. */
	zoomBy(steps: number): void {
		this.zoom({ x: this.size.w / 2, y: this.size.h / 2 }, zoomStep ** steps);
	}

	/** Brings a thing into view. */
	reveal(id: string): void {
		const element = this.desk.board.element(id);
		if (element) this.camera = reveal(this.camera, element, { ...this.size, h: this.size.h - toolsHeight * 2 });
	}

	/** Comes near enough to a thing to write in it, above where a phone shows its keyboard. */
	approach(id: string): void {
		const element = this.desk.board.element(id);
		if (!element) return;
		const phone = this.size.w < phoneWidth;
		// What is looked at has its words below it.
		const captioned = definitionOf(element.type).keepsShape;
		if (this.camera.zoom >= legible && !phone && !captioned) return this.reveal(id);
		const from = this.camera;
		const zoom = Math.max(from.zoom, legible);
		const { w, h } = this.size;
		const above = phone ? 40 : h / 2 - (Math.min(element.h, 200) * zoom) / 2;
		const down = captioned ? h * (phone ? 0.3 : 0.6) - element.h * zoom : above;
		const beside = Math.max(16, w / 2 - (element.w * zoom) / 2);
		this.camera = { x: element.x - beside / zoom, y: element.y - down / zoom, zoom };
		this.#approached = { from, to: this.camera };
	}

	/** Goes back to where one was before `approach`, unless one has looked elsewhere meanwhile. */
	withdraw(): void {
		if (this.#approached && this.#approached.to === this.camera) this.camera = this.#approached.from;
		this.#approached = null;
	}

	/** The place of the board in the middle of the screen. */
	get middle(): Point {
		const { x, y, zoom } = this.camera;
		return { x: x + this.size.w / zoom / 2, y: y + this.size.h / zoom / 2 };
	}

	/** The upper part of a tall area, as wide as the screen. */
	#atTop({ x, y, w, h }: BoardElement): Camera {
		const whole = fit({ x, y, w, h: Math.min(h, (w * this.size.h) / this.size.w) }, this.size, 16);
		return { ...whole, y: y - 16 / whole.zoom };
	}
}
