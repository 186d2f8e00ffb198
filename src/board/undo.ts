import * as Y from 'yjs';
import type { BoardDocs } from './board-docs.ts';
import { elementOf } from './changed-elements.ts';
import { limits } from './limits.ts';
import { deleteElements } from './operations/delete-elements.ts';
import { keys, layers, openBoardDoc, type Layer, type Origin } from './shape.ts';
import { madeAndTouched, removed, type StackItem } from './undo-authors.ts';

/** What one press takes back: one stack item, or several when a change went through both documents. */
type Step = { layer: Layer; item: StackItem }[];

/** `overtaken`: others have changed all of it since, so their state was left as it is. */
export type UndoAnswer = 'done' | 'overtaken' | 'nothing';

/** Begins to keep the changes of one origin, so that this person can take back their own and nobody else's. */
export function makeUndo(docs: BoardDocs, origin: Origin, now: () => number): BoardUndo {
	return new BoardUndo(docs, origin, now);
}

/** One undo over both documents of a board. It takes back own changes only, the newest first. */
export class BoardUndo {
	readonly #docs: BoardDocs;
	readonly #origin: Origin;
	readonly #now: () => number;
	readonly #managers: Record<Layer, Y.UndoManager>;
	/** Elements that this origin made and others have worked on: they are put into the bin instead of being erased. */
	#spared = new Set<string>();
	#done: Step[] = [];
	#undone: Step[] = [];
	#replaying: Step | null = null;

	constructor(docs: BoardDocs, origin: Origin, now: () => number) {
		this.#docs = docs;
		this.#origin = origin;
		this.#now = now;
		this.#managers = { scaffold: this.#manager('scaffold'), cards: this.#manager('cards') };
	}

	get canUndo(): boolean {
		return this.#done.length > 0;
	}

	get canRedo(): boolean {
		return this.#undone.length > 0;
	}

	/** Ends the present change: what follows can be taken back alone. To be called around every gesture. */
	stop(): void {
		for (const layer of layers) this.#managers[layer].stopCapturing();
	}

	undo(): UndoAnswer {
		const step = this.#done.pop();
		if (!step) return 'nothing';
		// Taking back a lock would erase what others wrote since in the locked element: then it stays as it is.
		const made = new Map(step.map((part) => [part, madeAndTouched(this.#docs.docOf(part.layer), part.item)]));
		const parts = [...step].reverse();
		const movedAway = [...made].some(([{ layer }, ids]) =>
			step.some((part) => part.layer !== layer && removed(this.#docs.docOf(part.layer), part.item, ids))
		);
		const redo = this.#replay(() => {
			for (const part of parts) {
				if (movedAway) this.#drop(part.layer, part.item);
				else this.#undoPart(part.layer, part.item, made.get(part) ?? new Set());
			}
		});
		if (redo.length > 0) this.#undone.push(redo);
		return redo.length > 0 ? 'done' : 'overtaken';
	}

	redo(): UndoAnswer {
		const step = this.#undone.pop();
		if (!step) return 'nothing';
		const again = this.#replay(() => {
			for (const { layer, item } of [...step].reverse()) this.#takeBack(layer, item, 'redo');
		});
		if (again.length > 0) this.#done.push(again);
		return again.length > 0 ? 'done' : 'overtaken';
	}

	/** Stops keeping changes and lets go of the documents. */
	destroy(): void {
		for (const layer of layers) this.#managers[layer].destroy();
	}

	#manager(layer: Layer): Y.UndoManager {
		const { elements, meta } = openBoardDoc(this.#docs.docOf(layer));
		const manager = new Y.UndoManager([elements, meta], {
			captureTimeout: limits.undoPause,
			trackedOrigins: new Set([this.#origin]),
			deleteFilter: (item) =>
				item.parent === meta ? item.parentSub !== 'v' : !this.#spared.has(elementOf(item, elements) ?? '')
		});
		manager.on('stack-item-added', ({ stackItem }) => this.#remember(layer, stackItem));
		return manager;
	}

	/** A new stack item belongs to the step that is being replayed, to the running gesture, or begins a new step. */
	#remember(layer: Layer, item: StackItem): void {
		if (this.#replaying) {
			this.#replaying.push({ layer, item });
			return;
		}
		const other = this.#managers[layer === 'cards' ? 'scaffold' : 'cards'];
		const last = this.#done.at(-1);
		const running = other.lastChange > 0 && this.#managers[layer].lastChange - other.lastChange < other.captureTimeout;
		this.#undone = [];
		other.clear(false, true);
		if (last && running && !last.some((part) => part.layer === layer)) {
			last.push({ layer, item });
			return;
		}
		other.stopCapturing();
		this.#done.push([{ layer, item }]);
		if (this.#done.length > limits.undoSteps) {
			for (const part of this.#done.shift() ?? []) this.#drop(part.layer, part.item);
		}
	}

	#replay(change: () => void): Step {
		const step: Step = [];
		this.#replaying = step;
		try {
			change();
		} finally {
			this.#replaying = null;
			this.stop();
		}
		return step;
	}

	#undoPart(layer: Layer, item: StackItem, touched: Set<string>): void {
		const manager = this.#managers[layer];
		this.#spared = touched;
		try {
			this.#takeBack(layer, item, 'undo');
		} finally {
			this.#spared = new Set();
		}
		if (touched.size === 0) return;
		const by = String([...touched].map((id) => this.#docs.find(id)?.map.get(keys.author)).find(Boolean) ?? '');
		manager.undoing = true;
		try {
			deleteElements(this.#docs, [...touched], { by, at: this.#now() }, this.#origin);
		} finally {
			manager.undoing = false;
		}
	}

	/**
	 * Yjs goes on to older items when one has nothing left to take back. One press shall take back one step, so the
	 * older items are put aside meanwhile.
	 */
	#takeBack(layer: Layer, item: StackItem, way: 'undo' | 'redo'): void {
		const manager = this.#managers[layer];
		const stack = way === 'undo' ? 'undoStack' : 'redoStack';
		const rest = manager[stack].filter((each) => each !== item);
		manager[stack] = [item];
		try {
			manager[way]();
		} finally {
			manager[stack] = rest;
		}
	}

	/** Forgets one item, so that Yjs may free the deleted content it kept. */
	#drop(layer: Layer, item: StackItem): void {
		const manager = this.#managers[layer];
		const rest = manager.undoStack.filter((each) => each !== item);
		manager.undoStack = [item];
		manager.clear(true, false);
		manager.undoStack = rest;
	}
}
