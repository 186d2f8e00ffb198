import type { BoardDocs } from '#board/board-docs.ts';
import type { BoardElement, BoardSnapshot } from '#board/board-element.ts';
import { observeBoard, type BoardChange } from '#board/changes.ts';
import { readBoard } from '#board/snapshot.ts';
import type { Box } from '#board/operations/resize-element.ts';
import { SpatialIndex } from '#board/spatial.ts';
import type { Point } from './camera.ts';

/** Things on their way. They are written to the documents only when they are put down. */
export interface Carried {
	ids: ReadonlySet<string>;
	way: Point;
}

/** Calls back before the next picture is drawn, and answers how to call that off. */
export type NextFrame = (call: () => void) => () => void;

const animationFrame: NextFrame = (call) => {
	// A page in the background gets no frames, but its list and its announcements go on.
	if (document.hidden) {
		const timer = setTimeout(call, 100);
		return () => clearTimeout(timer);
	}
	const frame = requestAnimationFrame(call);
	return () => cancelAnimationFrame(frame);
};

/**
 * The board as this screen shows it. However many changes come within one frame, it is read once; elements are plain records
 * that stay the same objects as long as they do not change.
 */
export class BoardState {
	#snapshot = $state.raw<BoardSnapshot>() as BoardSnapshot;
	/** What this person carries. */
	carried = $state.raw<Carried | null>(null);
	/** What this person is giving new edges. */
	resized = $state.raw<{ id: string; box: Box } | null>(null);
	readonly index = new SpatialIndex();
	readonly #docs: BoardDocs;
	readonly #stop: () => void;
	readonly #told: (changes: readonly BoardChange[], before: BoardSnapshot) => void;
	#changes: BoardChange[] = [];
	#callOff: (() => void) | null = null;

	/** `told` hears once per frame what has changed and how the board was before. */
	constructor(
		docs: BoardDocs,
		told: (changes: readonly BoardChange[], before: BoardSnapshot) => void = () => {},
		nextFrame: NextFrame = animationFrame
	) {
		this.#docs = docs;
		this.#told = told;
		this.#snapshot = readBoard(docs);
		this.index.update(this.#snapshot);
		this.#stop = observeBoard(docs, (change) => {
			this.#changes.push(change);
			this.#callOff ??= nextFrame(() => this.settle());
		});
	}

	get snapshot(): BoardSnapshot {
		return this.#snapshot;
	}

	element(id: string | null): BoardElement | undefined {
		const found = id === null ? undefined : this.#snapshot.byId.get(id);
		return found?.deleted ? undefined : found;
	}

	/** Shows now what has changed, without waiting for the next frame. */
	settle(): void {
		this.#callOff?.();
		this.#callOff = null;
		if (this.#changes.length === 0) return;
		const changes = this.#changes;
		const before = this.#snapshot;
		this.#changes = [];
		this.#snapshot = readBoard(this.#docs);
		this.index.update(this.#snapshot);
		this.#told(changes, before);
	}

	/** Where an element is shown at this moment: also while this person carries it or gives it new edges. */
	placeOf(element: BoardElement): Box {
		if (this.resized?.id === element.id) return this.resized.box;
		const { x, y, w, h } = element;
		if (!this.carried?.ids.has(element.id)) return { x, y, w, h };
		return { x: x + this.carried.way.x, y: y + this.carried.way.y, w, h };
	}

	close(): void {
		this.#stop();
		this.#callOff?.();
	}
}
