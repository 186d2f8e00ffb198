import { toBoard, type Point } from './camera.ts';
import type { Canvas } from './canvas.svelte.ts';
import type { Desk } from './desk.svelte.ts';
import { focusOn } from './focus.ts';
import { Gestures } from './gestures.ts';
import { grant } from './key-wishes.ts';
import { wishOf, type KeyWish } from './keys.ts';
import { isOther, placeIn, type HandEvents } from './hand-events.ts';
import { PointerMachine, type PointerSign, type PointerTarget } from './pointer-machine.ts';

/** Where the hands work. */
interface Place {
	view(): HTMLElement;
	/** A projector shows the board and nothing else. */
	projector: boolean;
	toList(): void;
}

/** What mouse, fingers and keys do on the canvas, as the browser tells it. */
export class CanvasHands {
	readonly #canvas: Canvas;
	readonly #desk: Desk;
	readonly #place: Place;
	readonly #gestures: Gestures;
	readonly #machine: PointerMachine;

	/** For the element that shows the board. */
	readonly events: HandEvents = {
		onpointerdown: (event: PointerEvent) => this.#down(event),
		onpointermove: (event: PointerEvent) => this.#move(event),
		onpointerup: (event: PointerEvent) => this.#up(event),
		onpointercancel: () => this.#machine.cancel(),
		/** The finger that held a card down does not press what its menu has put under it. */
		ontouchend: (event: TouchEvent) => void (this.#desk.dialog !== null && event.preventDefault()),
		onpointerleave: () => this.#leave(),
		onkeydown: (event: KeyboardEvent) => this.#key(event),
		onfocusin: (event: FocusEvent) => this.#focus(event),
		onmousedown: (event: MouseEvent) => void (isOther(event) || event.preventDefault()),
		oncontextmenu: (event: MouseEvent) => this.#menu(event)
	};

	constructor(canvas: Canvas, place: Place) {
		this.#canvas = canvas;
		this.#desk = canvas.desk;
		this.#place = place;
		this.#gestures = new Gestures(canvas);
		this.#machine = new PointerMachine(this.#gestures);
	}

	grant = (wish: KeyWish) => grant(wish, this.#canvas, this.#place.toList);

	/** What had the focus may be gone, as after taking it back: the keys go on. */
	onkeynowhere = (event: KeyboardEvent) => {
		if (event.target === document.body && this.#desk.dialog === null && !this.#place.projector) this.#key(event);
	};

	#down(event: PointerEvent): void {
		if (isOther(event)) return;
		// The first tap beside it ends the writing, and nothing else.
		if (this.#desk.editing !== null) this.#desk.endEdit();
		this.#machine.down(this.#signOf(event), this.#targetOf(event));
	}

	#move(event: PointerEvent): void {
		// A quick hand draws more than one point for each picture of the screen.
		const drawn = this.#machine.state === 'draw' ? event.getCoalescedEvents() : [];
		for (const each of drawn.length > 0 ? drawn : [event]) this.#machine.move(this.#signOf(each));
		if (event.pointerType === 'touch' || this.#place.projector) return;
		const { x, y } = toBoard(this.#canvas.camera, this.#at(event));
		this.#canvas.pointer = { x, y };
		this.#desk.presence.show({ cursor: { x: Math.round(x), y: Math.round(y) } });
	}

	#up(event: PointerEvent): void {
		this.#machine.up(this.#signOf(event));
		const { selection, editing } = this.#desk;
		const active = selection.active;
		if (!isOther(event) && active !== null && editing === null && selection.has(active)) focusOn(active);
	}

	#leave(): void {
		this.#canvas.pointer = null;
		this.#desk.presence.show({ cursor: null });
	}

	#key(event: KeyboardEvent): void {
		if (event.key === 'Escape' && this.#machine.state !== 'idle') return this.#machine.cancel();
		// A dialog that was asked for may still be on its way.
		if (isOther(event) || this.#desk.dialog !== null) return;
		const wish = wishOf(event, this.#desk.lettersOn);
		if (!wish) return;
		event.preventDefault();
		this.grant(wish);
	}

	#focus(event: FocusEvent): void {
		const id = (event.target as HTMLElement).dataset.element;
		if (!id || this.#machine.state !== 'idle') return;
		this.#desk.selection.arrive(id);
		this.#canvas.reveal(id);
	}

	#menu(event: MouseEvent): void {
		const target = this.#targetOf(event);
		if (!('id' in target) || isOther(event)) return;
		event.preventDefault();
		// Some systems ask for the menu themselves while a finger is still down.
		this.#machine.cancel();
		this.#gestures.openMenu(target.id);
	}

	#at(event: MouseEvent): Point {
		return placeIn(this.#place.view(), event);
	}

	#signOf(event: PointerEvent): PointerSign {
		return {
			...this.#at(event),
			id: event.pointerId,
			type: event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse',
			button: event.button,
			adding: event.shiftKey || event.ctrlKey || event.metaKey,
			free: event.altKey || event.ctrlKey || event.metaKey
		};
	}

	#targetOf(event: MouseEvent): PointerTarget {
		const at = event.target as Element;
		const handle = at.closest<HTMLElement>('[data-handle]')?.dataset;
		if (handle?.of) return { kind: handle.handle === 'resize' ? 'resize' : 'connect', id: handle.of };
		const id = at.closest<HTMLElement>('[data-element]')?.dataset.element;
		if (id) return { kind: 'element', id };
		// From afar cards are painted: then the index knows what is under the pointer.
		const far = this.#canvas.far ? toBoard(this.#canvas.camera, this.#at(event)) : null;
		const painted = far && this.#desk.board.index.at(far.x, far.y);
		return painted && this.#canvas.painted.includes(painted) ? { kind: 'element', id: painted.id } : { kind: 'board' };
	}
}
