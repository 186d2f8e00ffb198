import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import type { Random } from '#board/ids.ts';
import { addElement, type NewElement } from '#board/operations/add-elements.ts';
import { layers, Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';

/** One person's machine with its own copies of a board's documents. */
export interface Table {
	docs: BoardDocs;
	origin: Origin;
	random: Random;
}

/** A table whose chance is foreseeable. */
export function table(client: number): Table {
	const docs = new BoardDocs(new Y.Doc(), new Y.Doc());
	for (const layer of layers) docs.docOf(layer).clientID = client;
	return { docs, origin: new Origin('user'), random: seededRandom(client) };
}

/** Two tables that look at the same board, on which the first has laid the given things. */
export function twoTables(...things: (Partial<NewElement> & { id: string })[]): [Table, Table] {
	const tables: [Table, Table] = [table(1), table(2)];
	for (const thing of things) add(tables[0], thing);
	exchange(...tables);
	return tables;
}

/** Lays a thing on the board (a note unless said otherwise) and insists that this is allowed. */
export function add(at: Table, thing: Partial<NewElement> & { id: string }): void {
	const answer = addElement(at.docs, { type: 'note', by: 'p1', ...thing }, at.origin, at.random);
	if (!answer.ok) throw new Error(answer.problem.code);
}

/** The two tables meet: each tells the other everything it knows. */
export function exchange(a: Table, b: Table): void {
	tell(a, b);
	tell(b, a);
	tell(a, b);
}

/** One table hears everything that the other knows. */
export function tell(from: Table, to: Table): void {
	for (const layer of layers) {
		const missing = Y.encodeStateVector(to.docs.docOf(layer));
		Y.applyUpdate(to.docs.docOf(layer), Y.encodeStateAsUpdate(from.docs.docOf(layer), missing), 'peer');
	}
}

/** A copy of a board as it is now, as a checkpoint would give it back. */
export function remember({ docs }: Table): BoardDocs {
	const [scaffold, cards] = [new Y.Doc(), new Y.Doc()];
	Y.applyUpdate(scaffold, Y.encodeStateAsUpdate(docs.scaffold));
	Y.applyUpdate(cards, Y.encodeStateAsUpdate(docs.cards));
	return new BoardDocs(scaffold, cards);
}

/** What a person at a table sees of one element. */
export function see(at: Table, id: string) {
	return readBoard(at.docs).byId.get(id);
}

/** Chance that comes out the same each time (mulberry32). */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
