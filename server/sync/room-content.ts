import * as Y from 'yjs';
import { answerMessage, updateMessage } from '#protocol/messages.ts';
import type { LogRow, Snapshot } from './document-log.ts';
import { emptyUpdate, mergeTree } from './merge.ts';

const rememberedAnswers = 16;
/** A tail lighter than this share of the snapshot is not folded into it. */
const worthwhileShare = 1 / 8;

/** The bytes of an open document: a snapshot and the rows after it, merged only as far as somebody's question needs it. */
export class RoomContent {
	#snapshot: Snapshot;
	#tail: LogRow[];
	#tailBytes: number;
	#merged: Uint8Array | null = null;
	readonly #answers = new Map<string, Uint8Array[]>();

	constructor(snapshot: Snapshot, tail: readonly LogRow[]) {
		this.#snapshot = snapshot;
		this.#tail = [...tail];
		this.#tailBytes = weightOf(tail);
	}

	/** The sequence number of the last row. */
	get head(): number {
		return this.#tail.at(-1)?.seq ?? this.#snapshot.uptoSeq;
	}

	/** How far each client has written in the snapshot. */
	get clocks(): ReadonlyMap<number, number> {
		return this.#snapshot.clocks;
	}

	/** The rows after the snapshot. */
	get tail(): readonly LogRow[] {
		return this.#tail;
	}

	/** Everything, as updates in their order. */
	get updates(): readonly Uint8Array[] {
		return [this.#snapshot.bytes, ...this.#tail.map((row) => row.bytes)];
	}

	get rowsSinceSnapshot(): number {
		return this.#tail.length;
	}

	/**
	 * Whether a new snapshot is worth making: so many rows lie behind the last one, and they are not light beside it. All snapshots of a
	 * document together then cost in proportion to what was written, however long it grows.
	 */
	outgrows(rows: number): boolean {
		return this.#tail.length > rows && this.#tailBytes > this.#snapshot.bytes.length * worthwhileShare;
	}

	/** How much memory the content takes, which is about what it would weigh merged. */
	get size(): number {
		return this.#snapshot.bytes.length + this.#tailBytes;
	}

	append(rows: readonly LogRow[]): void {
		this.#tail.push(...rows);
		this.#tailBytes += weightOf(rows);
		this.#merged = null;
		this.#answers.clear();
	}

	/** Takes a snapshot that was made from the log in place of the rows it contains. */
	adopt(snapshot: Snapshot): void {
		if (snapshot.uptoSeq <= this.#snapshot.uptoSeq || snapshot.uptoSeq > this.head) return;
		this.#snapshot = snapshot;
		this.#tail = this.#tail.filter((row) => row.seq > snapshot.uptoSeq);
		this.#tailBytes = weightOf(this.#tail);
		this.#answers.clear();
	}

	/** The frames that answer somebody who knows this much; the last one completes the answer. The same frames serve all who ask alike. */
	answer(stateVector: Uint8Array): readonly Uint8Array[] {
		const question = Buffer.from(stateVector).toString('base64');
		let frames = this.#answers.get(question);
		if (!frames) {
			const knowsNothing = stateVector.length <= 1;
			frames = knowsNothing ? this.#everything() : [answerMessage(Y.diffUpdate(this.#whole(), stateVector))];
			if (this.#answers.size >= rememberedAnswers) this.#answers.clear();
			this.#answers.set(question, frames);
		}
		return frames;
	}

	/** For a newcomer nothing large has to be merged: first the snapshot, then what came after it. */
	#everything(): Uint8Array[] {
		if (this.#tail.length === 0) return [answerMessage(this.#snapshot.bytes)];
		const tail = answerMessage(mergeTree(this.#tail.map((row) => row.bytes)));
		return this.#snapshot.bytes.length > emptyUpdate.length ? [updateMessage(this.#snapshot.bytes), tail] : [tail];
	}

	#whole(): Uint8Array {
		this.#merged ??= mergeTree([this.#snapshot.bytes, mergeTree(this.#tail.map((row) => row.bytes))]);
		return this.#merged;
	}
}

const weightOf = (rows: readonly LogRow[]) => rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
