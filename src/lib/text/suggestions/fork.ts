import * as Y from 'yjs';
import type { Doc } from '#domain/texts/doc.ts';
import { readBody } from '#text/read-body.ts';
import { restoreBody } from '#text/restore-body.ts';
import { accepted, standingOf } from '#text/rewordings/apply.ts';
import { changesBetween } from '#text/rewordings/changes.ts';
import type { Rewording } from '#text/rewordings/rewording.ts';
import { shareUnchanged } from '#text/share-unchanged.ts';
import { writeBody } from '#text/write-body.ts';

const fromLive = Symbol('from the live text');

/**
 * A text as one person would have it: everything that is written into the live text comes in, what she writes stays here. It begins with
 * what she had changed before, as far as that still fits.
 */
export class Fork {
	readonly doc = new Y.Doc();
	readonly #live: Y.Doc;
	/** What both said when they were last compared. */
	#said: readonly [live: Doc, own: Doc] | null = null;
	readonly #follow = (update: Uint8Array) => Y.applyUpdate(this.doc, update, fromLive);

	constructor(live: Y.Doc, earlier: readonly Rewording[] = []) {
		this.#live = live;
		this.#follow(Y.encodeStateAsUpdate(live));
		live.on('update', this.#follow);
		if (earlier.length > 0) this.#take(earlier);
	}

	/** What she has changed, passage by passage. */
	changes(): Rewording[] {
		const [live, own] = [readBody(this.#live), readBody(this.doc)];
		this.#said = this.#said ? [shareUnchanged(this.#said[0], live), shareUnchanged(this.#said[1], own)] : [live, own];
		return changesBetween(...this.#said);
	}

	close(): void {
		this.#live.off('update', this.#follow);
		this.doc.destroy();
	}

	#take(earlier: readonly Rewording[]): void {
		let body = readBody(this.doc);
		for (const each of earlier) {
			const standing = standingOf(body, each);
			if (standing.kind === 'fits') body = accepted(body, standing);
		}
		const then = new Y.Doc();
		writeBody(then, body, () => crypto.randomUUID());
		restoreBody(this.doc, then);
		then.destroy();
	}
}
