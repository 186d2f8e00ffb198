import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import type { Random } from '#board/ids.ts';
import { Origin } from '#board/shape.ts';
import { makeUndo, type BoardUndo } from '#board/undo.ts';
import { bodyRoot } from '#text/schema.ts';
import { boardDeeds, performOnBoard } from '../support/board-deeds.ts';
import type { Table } from '../support/board-tables.ts';
import { performOnText, textDeeds } from '../support/text-deeds.ts';
import { Replica } from '../support/replica.ts';
import type { Station } from './station.ts';

/** Somebody's machine: copies of the documents of a run, at one of the stations. */
export class Machine {
	readonly replicas: readonly Replica[];
	readonly #origin = new Origin('user');
	readonly #table: Table | null;
	readonly #undo: BoardUndo | Y.UndoManager;

	constructor(
		documents: readonly string[],
		readonly person: string,
		public station: Station,
		private readonly random: Random
	) {
		const client = () => Math.floor(this.random() * 2 ** 32);
		this.replicas = documents.map((name) => new Replica(name, person, client(), () => this.station.url));
		const [first, second] = this.replicas;
		this.#table = second ? { docs: new BoardDocs(first!.doc, second.doc), origin: this.#origin, random } : null;
		this.#undo = this.#table
			? makeUndo(this.#table.docs, this.#origin, () => 0)
			: new Y.UndoManager(first!.doc.getXmlFragment(bodyRoot), { trackedOrigins: new Set([this.#origin]) });
	}

	get docs(): readonly Y.Doc[] {
		return this.replicas.map(({ doc }) => doc);
	}

	/** Whether this person may only read. */
	get readsOnly(): boolean {
		return this.person === 'reader';
	}

	/** Whether everything is here and everything from here is on disk. */
	get settled(): boolean {
		return this.replicas.every(({ synced, saved }) => synced && (saved || this.readsOnly));
	}

	/** The person does something, or takes the last thing back. */
	act(who: number, id: string): void {
		const any = (below: number) => Math.floor(this.random() * below);
		if (any(12) === 0) return void (any(3) ? this.#undo.undo() : this.#undo.redo());
		const deed = { who, id, pick: any(200), other: any(200) };
		if (this.#table) performOnBoard(this.#table, { ...deed, what: any(boardDeeds) });
		else performOnText(this.docs[0]!, { ...deed, what: any(textDeeds) }, this.#origin);
	}

	cut(): void {
		for (const replica of this.replicas) replica.cut();
	}

	goOffline(): void {
		for (const { provider } of this.replicas) provider.disconnect();
	}

	comeBack(): void {
		for (const { provider } of this.replicas) provider.connect();
	}

	/** It is switched off; what only it knew is gone. */
	end(): void {
		for (const replica of this.replicas) replica.end();
	}
}
