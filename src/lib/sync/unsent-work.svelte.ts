import type { Doc } from 'yjs';
import { isKnown } from './known-work.ts';
import type { KeptWork } from './outbox-store.ts';
import type { Outbox } from './outbox.ts';
import { unsentWords } from './unsent-words.ts';

/** Why work cannot go to the server: she may only read here now, or the server does not take it. */
export type UnsentReason = 'reading' | 'not-taken';

/** Work of this person that has not reached the server and cannot, as things are. It is kept until she decides. */
export class UnsentWork {
	#pieces = $state.raw<readonly KeptWork[]>([]);
	#reason = $state<UnsentReason>('reading');

	constructor(private readonly outbox: Outbox | null) {}

	get reason(): UnsentReason {
		return this.#reason;
	}

	get changes(): number {
		return this.#pieces.reduce((sum, { changes }) => sum + changes, 0);
	}

	/** The words in it, to be taken elsewhere. */
	get words(): string {
		return unsentWords(this.#pieces.map(({ update }) => update));
	}

	/** This work cannot be transferred: tells the person. */
	show(pieces: readonly KeptWork[], reason: UnsentReason): void {
		this.#reason = reason;
		this.#pieces = pieces;
	}

	/** The document has arrived: what it holds was saved after all, only the confirmation got lost. */
	async compare(doc: Doc): Promise<void> {
		const known = this.#pieces.filter(({ update }) => isKnown(update, doc));
		await this.#forget(known);
	}

	async discard(): Promise<void> {
		await this.#forget(this.#pieces);
	}

	async #forget(pieces: readonly KeptWork[]): Promise<void> {
		if (pieces.length === 0) return;
		await this.outbox?.discard(pieces.map(({ id }) => id));
		this.#pieces = this.#pieces.filter((piece) => !pieces.includes(piece));
	}
}
