import type { Point } from './camera.ts';

/** What a pointer went down on. */
export type PointerTarget =
	| { kind: 'board' }
	| { kind: 'element'; id: string }
	| { kind: 'connect'; id: string }
	| { kind: 'resize'; id: string };

/** One thing that a pointer did, in screen pixels of the board's view. */
export interface PointerSign extends Point {
	id: number;
	type: 'mouse' | 'touch' | 'pen';
	/** 0 main, 1 middle, 2 secondary. */
	button: number;
	/** Shift or Ctrl: add to what is selected. */
	adding: boolean;
	/** Alt or Ctrl: let it lie anywhere, in line with others or not. */
	free: boolean;
}

/** How far a pointer has gone since it went down. */
export interface Way extends Point {
	free: boolean;
}

/** What the machine makes the board do. Ways are counted from where the pointer went down. */
export interface PointerHost {
	/** Whether the thing may be dragged by this person. */
	mayDrag(id: string): boolean;
	/** Whether a drag over the bare board selects instead of moving the view. */
	selecting(): boolean;
	/** Whether the main pointer draws, wherever it goes down. */
	drawing(): boolean;
	draw(at: Point, phase: Phase | 'begin'): void;
	tap(target: PointerTarget, at: Point, adding: boolean): void;
	/** A finger rests on something. Answers whether that means anything here; if not, it may still tap or go. */
	hold(target: PointerTarget, at: Point): boolean;
	pan(by: Point): void;
	pinch(at: Point, by: Point, factor: number): void;
	marquee(from: Point, to: Point, phase: Phase): void;
	drag(id: string, way: Way, adding: boolean, phase: Phase): void;
	connect(id: string, to: Point, phase: Phase): void;
	resize(id: string, way: Way, phase: Phase): void;
}

/** A gesture goes on, ends well, or is given up. */
export type Phase = 'move' | 'end' | 'cancel';

type State =
	| { is: 'idle' }
	| {
			is: 'pressed' | 'pan' | 'marquee' | 'drag' | 'connect' | 'resize' | 'draw';
			target: PointerTarget;
			down: PointerSign;
	  }
	| { is: 'pinch' };

/** So far a pointer may tremble and still only have tapped. */
const tremble = { mouse: 4, pen: 6, touch: 10 } as const;
/** So long a finger or pen rests that wants more than to tap, in milliseconds. A mouse has a second button for that. */
const rest = 500;

/** Makes gestures of pointers: tap, hold, pan, marquee, drag, connect, resize, draw, and pinch with two fingers. */
export class PointerMachine {
	#state: State = { is: 'idle' };
	#resting: ReturnType<typeof setTimeout> | undefined;
	readonly #pointers = new Map<number, PointerSign>();
	readonly #host: PointerHost;

	constructor(host: PointerHost) {
		this.#host = host;
	}

	get state(): State['is'] {
		return this.#state.is;
	}

	down(sign: PointerSign, target: PointerTarget): void {
		// A hand that rests beside the pen is no finger.
		if (this.#state.is === 'draw' && this.#state.down.type === 'pen' && sign.type === 'touch') return;
		this.#pointers.set(sign.id, sign);
		clearTimeout(this.#resting);
		if (this.#pointers.size === 2) {
			this.#finish('cancel');
			this.#state = { is: 'pinch' };
		} else if (this.#pointers.size === 1 && sign.button === 0 && this.#host.drawing()) {
			this.#state = { is: 'draw', target, down: sign };
			this.#host.draw(sign, 'begin');
		} else if (this.#pointers.size === 1) {
			this.#state = { is: 'pressed', target, down: sign };
			if (sign.type !== 'mouse') this.#resting = setTimeout(() => this.#hold(target, sign), rest);
		}
	}

	move(sign: PointerSign): void {
		const before = this.#pointers.get(sign.id);
		if (!before) return;
		const pinched = this.#state.is === 'pinch' ? this.#fingers() : null;
		this.#pointers.set(sign.id, sign);
		if (pinched) return this.#pinch(pinched);
		const state = this.#state;
		if (state.is === 'idle' || state.is === 'pinch' || state.down.id !== sign.id) return;
		if (state.is === 'pressed') {
			if (Math.hypot(sign.x - state.down.x, sign.y - state.down.y) < tremble[sign.type]) return;
			state.is = this.#gestureOf(state.target, state.down);
			if (state.is === 'pan') return this.#host.pan({ x: sign.x - state.down.x, y: sign.y - state.down.y });
		}
		if (state.is === 'pan') this.#host.pan({ x: sign.x - before.x, y: sign.y - before.y });
		else this.#go('move');
	}

	up(sign: PointerSign): void {
		if (!this.#pointers.has(sign.id)) return;
		const state = this.#state;
		clearTimeout(this.#resting);
		if (state.is === 'pressed' && state.down.button === 0) {
			this.#host.tap(state.target, { x: sign.x, y: sign.y }, state.down.adding);
			this.#state = { is: 'idle' };
		} else {
			this.#pointers.set(sign.id, sign);
			this.#finish('end');
		}
		this.#pointers.delete(sign.id);
	}

	/** The system took the pointer away, or the person pressed Escape. */
	cancel(): void {
		this.#finish('cancel');
		this.#pointers.clear();
	}

	#gestureOf(
		target: PointerTarget,
		{ button, adding }: PointerSign
	): Exclude<State['is'], 'idle' | 'pinch' | 'pressed' | 'draw'> {
		if (button !== 0) return 'pan';
		if (target.kind === 'connect' || target.kind === 'resize') return target.kind;
		if (target.kind === 'element' && this.#host.mayDrag(target.id)) return 'drag';
		return adding || this.#host.selecting() ? 'marquee' : 'pan';
	}

	#hold(target: PointerTarget, sign: PointerSign): void {
		if (this.#state.is === 'pressed' && this.#host.hold(target, { x: sign.x, y: sign.y })) this.#state = { is: 'idle' };
	}

	#finish(phase: 'end' | 'cancel'): void {
		clearTimeout(this.#resting);
		this.#go(phase);
		this.#state = { is: 'idle' };
	}

	#go(phase: Phase): void {
		const state = this.#state;
		if (state.is === 'idle' || state.is === 'pinch') return;
		const { down, target } = state;
		const now = this.#pointers.get(down.id) ?? down;
		if (state.is === 'draw') return this.#host.draw(now, phase);
		const way = { x: now.x - down.x, y: now.y - down.y, free: now.free };
		if (state.is === 'marquee') this.#host.marquee(down, now, phase);
		if (target.kind === 'board') return;
		if (state.is === 'drag') this.#host.drag(target.id, way, down.adding, phase);
		if (state.is === 'connect') this.#host.connect(target.id, now, phase);
		if (state.is === 'resize') this.#host.resize(target.id, way, phase);
	}

	#pinch(before: { middle: Point; apart: number }): void {
		const { middle, apart } = this.#fingers();
		const by = { x: middle.x - before.middle.x, y: middle.y - before.middle.y };
		this.#host.pinch(middle, by, before.apart > 0 ? apart / before.apart : 1);
	}

	#fingers(): { middle: Point; apart: number } {
		const [a, b = a] = [...this.#pointers.values()];
		if (!a || !b) return { middle: { x: 0, y: 0 }, apart: 0 };
		return { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, apart: Math.hypot(a.x - b.x, a.y - b.y) };
	}
}
