import type { BoardDocs } from '#board/board-docs.ts';
import type { BoardSnapshot } from '#board/board-element.ts';
import { layers, Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { makeUndo, type BoardUndo } from '#board/undo.ts';
import type { Result } from '#domain/result.ts';

/** What a person does with a board, in steps that she can take back. */
export class Steps {
	/** Marks what this person did on this screen. */
	readonly origin = new Origin('user');
	protected readonly docs: BoardDocs;
	/** The pseudonym under which this person appears in the documents. */
	protected readonly by: string;
	protected readonly now: () => number;
	readonly #undo: BoardUndo;

	constructor(docs: BoardDocs, by: string, now: () => number = Date.now) {
		this.docs = docs;
		this.by = by;
		this.now = now;
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

	/** One gesture, one step to take back, and one message to the others for each document. */
	protected step<T>(change: (board: BoardSnapshot) => Result<T>): Result<T> {
		this.#undo.stop();
		const inBoth = layers.reduceRight<() => Result<T>>(
			(inner, layer) => () => this.docs.docOf(layer).transact(inner, this.origin),
			() => change(readBoard(this.docs))
		);
		const done = inBoth();
		this.#undo.stop();
		return done;
	}
}
