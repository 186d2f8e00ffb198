import * as Y from 'yjs';
import { limits } from '#protocol/limits.ts';
import type { DocumentLog } from './document-log.ts';
import { mergeTree } from './merge.ts';

/** A decoded document as it was after a row of its log. */
export interface Copy {
	readonly doc: Y.Doc;
	readonly epoch: number;
	readonly seq: number;
	/** What it weighs encoded, about. */
	readonly bytes: number;
}

/**
 * Decoded copies of documents that the program has just changed: where a hall of phones adds cards, every card would have to decode the
 * whole board anew. A copy is taken out while it is worked with, and comes back only once that is committed.
 */
export class KeptCopies {
	readonly #copies = new Map<string, Copy & { end: ReturnType<typeof setTimeout> }>();

	/** Hands a copy over. One of a document that was rewritten since, or that is ahead of the log, is forgotten. */
	take(name: string, { epoch, head }: { epoch: number; head: number }): Copy | null {
		const copy = this.#copies.get(name);
		if (!copy) return null;
		this.#forget(name);
		return copy.epoch === epoch && copy.seq <= head ? copy : null;
	}

	/** Keeps a copy for a while; the one that was not used for longest makes room. */
	keep(name: string, copy: Copy): void {
		this.#forget(name);
		const end = setTimeout(() => this.#forget(name), limits.copyKeptFor).unref();
		this.#copies.set(name, { ...copy, end });
		let bytes = [...this.#copies.values()].reduce((sum, each) => sum + each.bytes, 0);
		for (const [oldest, { bytes: freed }] of this.#copies) {
			if (bytes <= limits.copiesBytes) break;
			this.#forget(oldest);
			bytes -= freed;
		}
	}

	#forget(name: string): void {
		clearTimeout(this.#copies.get(name)?.end);
		this.#copies.delete(name);
	}
}

/**
 * A document as its log says it now, which has come to `head` at least: the copy at hand with what came since, or all of it decoded.
 * Throws when there is no such document.
 */
export async function upToDate(
	log: Pick<DocumentLog, 'after' | 'load'>,
	name: string,
	copy: Copy | null,
	head: number
): Promise<Copy> {
	const since = copy ? await log.after(name, copy.seq) : [];
	const reached = copy ? copy.seq + since.length : 0;
	if (copy && reached >= head && (since.at(-1)?.seq ?? copy.seq) === reached) {
		for (const { bytes } of since) Y.applyUpdate(copy.doc, bytes);
		const bytes = since.reduce((sum, row) => sum + row.bytes.length, copy.bytes);
		return { ...copy, seq: reached, bytes };
	}
	const stored = await log.load(name);
	if (!stored) throw new Error(`There is no document ${name}`);
	const bytes = mergeTree([stored.snapshot.bytes, mergeTree(stored.tail.map((row) => row.bytes))]);
	const doc = new Y.Doc();
	Y.applyUpdate(doc, bytes);
	return { doc, epoch: stored.epoch, seq: stored.head, bytes: bytes.length };
}
