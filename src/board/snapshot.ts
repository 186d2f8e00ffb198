import type * as Y from 'yjs';
import type { BoardDocs } from './board-docs.ts';
import type { BoardElement, BoardSnapshot } from './board-element.ts';
import { changedElements } from './changed-elements.ts';
import { definitionOf } from './elements.ts';
import { findPlaces, linkThatHolds, standing, type Standing } from './places.ts';
import { readElement, type OwnWord, type ReadElement } from './read-element.ts';
import { boardVersion, layers, openBoardDoc, type Layer } from './shape.ts';
import { samePlace, shownPlace } from './shown-place.ts';
import { renew, sortOut } from './snapshot-lists.ts';

const readers = new WeakMap<Y.Doc, WeakMap<Y.Doc, BoardReader>>();

/**
 * The board as it is now. It never throws and never writes; equal documents give equal snapshots on every machine. Whoever
 * asks again pays only for what changed since, and gets the same object for an element that did not change, so that
 * an interface can tell by identity what to draw again.
 */
export function readBoard(docs: BoardDocs): BoardSnapshot {
	const ofScaffold = readers.get(docs.scaffold) ?? new WeakMap<Y.Doc, BoardReader>();
	const reader = ofScaffold.get(docs.cards) ?? new BoardReader(docs);
	readers.set(docs.scaffold, ofScaffold.set(docs.cards, reader));
	return reader.read();
}

/** Reads one board again and again and remembers what it read. */
export class BoardReader {
	readonly #docs: BoardDocs;
	readonly #read = new Map<string, ReadElement>();
	/** What each shown element was made of. */
	readonly #sources = new WeakMap<BoardElement, OwnWord>();
	/** Elements that changed since the last reading. */
	readonly #stale = new Set<string>();
	#places = new Map<string, Standing>();
	#last: BoardSnapshot | null = null;
	#version = 0;

	constructor(docs: BoardDocs) {
		this.#docs = docs;
		for (const layer of layers) {
			docs.docOf(layer).on('beforeObserverCalls', (transaction) => this.#note(layer, transaction));
		}
	}

	/** The board as it is at this moment, also in the middle of a transaction. */
	read(): BoardSnapshot {
		for (const layer of layers) {
			for (const transaction of this.#docs.docOf(layer)._transactionCleanups) this.#note(layer, transaction);
		}
		const version = versionOf(this.#docs);
		if (this.#last === null || version !== this.#version) this.#last = this.#readAll(version);
		else if (this.#stale.size > 0) this.#last = this.#readAgain(this.#last, [...this.#stale], version);
		this.#version = version;
		this.#stale.clear();
		return this.#last;
	}

	#note(layer: Layer, transaction: Y.Transaction): void {
		for (const id of changedElements(transaction, this.#docs.elementsOf(layer))) this.#stale.add(id);
	}

	#readAll(version: number): BoardSnapshot {
		this.#read.clear();
		for (const found of this.#docs.all()) this.#read.set(found.id, readElement(found, version));
		return this.#assemble();
	}

	#readAgain(last: BoardSnapshot, ids: readonly string[], version: number): BoardSnapshot {
		const fresh = new Set<string>();
		const alone = ids.map((id) => {
			const before = this.#read.get(id);
			const found = this.#docs.find(id);
			const now = found && readElement(found, version);
			if (now) this.#read.set(id, now);
			else this.#read.delete(id);
			if (before || !now || !arrivesAlone(now, last)) return concernsItselfOnly(before, now);
			fresh.add(id);
			return true;
		});
		return alone.every(Boolean) ? this.#renew(last, ids, fresh) : this.#assemble();
	}

	#assemble(): BoardSnapshot {
		this.#places = findPlaces(this.#read);
		return sortOut([...this.#read.values()].map(({ says }) => this.#show(says)));
	}

	/** The quick way for typing, recolouring, moving and adding single cards: the rest of the board is not looked at. */
	#renew(last: BoardSnapshot, ids: readonly string[], added: ReadonlySet<string>): BoardSnapshot {
		const changed = new Set(ids);
		for (const id of ids) {
			const link = this.#read.get(id)?.link ?? null;
			const within = added.has(id) ? linkThatHolds(link, this.#read) : (this.#places.get(id)?.within ?? null);
			this.#places.set(id, standing(id, within, this.#read, this.#places));
		}
		const joined = last.elements.filter(({ from, to, on }) => [from, to, on].some((end) => changed.has(end ?? '')));
		const concerned = new Set([...ids, ...joined.map(({ id }) => id)]);
		const fresh = [...concerned].flatMap((id) => this.#read.get(id) ?? []).map(({ says }) => this.#show(says));
		return renew(last, fresh, added);
	}

	#show(says: OwnWord): BoardElement {
		const place = shownPlace(says, this.#read, this.#places);
		const before = this.#last?.byId.get(says.id);
		if (before && this.#sources.get(before) === says && samePlace(before, place)) return before;
		const element: BoardElement = { ...says, ...place };
		this.#sources.set(element, says);
		return element;
	}
}

/** The version of a board's shape. Only the scaffold's word counts: nobody without its right can make a board unreadable. */
function versionOf(docs: BoardDocs): number {
	const version = openBoardDoc(docs.scaffold).meta.get('v');
	return typeof version === 'number' && version >= 1 ? Math.min(Math.floor(version), boardVersion) : 1;
}

/** Whether a change touches neither the order, nor what is shown, nor the place of anything but connectors. */
function concernsItselfOnly(before: ReadElement | undefined, now: ReadElement | undefined): boolean {
	if (!before || !now || before.link !== now.link || before.says.deleted || now.says.deleted) return false;
	const [a, b] = [before.says, now.says];
	const { joins, keepsContent } = definitionOf(b.type);
	if (a.type !== b.type || a.order !== b.order || a.on !== b.on || (joins && (a.from !== b.from || a.to !== b.to)))
		return false;
	return !keepsContent || (a.x === b.x && a.y === b.y);
}

/** Whether something new is of no consequence to what was there: nothing can lie in it, and no arrow or pin has waited for it. */
function arrivesAlone({ says }: ReadElement, last: BoardSnapshot): boolean {
	const { joins, keepsContent } = definitionOf(says.type);
	if (joins || keepsContent || says.deleted || says.on !== undefined) return false;
	if (last.elements.some(({ on }) => on === says.id)) return false;
	return ![...last.looseConnectors, ...last.deletedElements].some(({ from, to }) => from === says.id || to === says.id);
}
