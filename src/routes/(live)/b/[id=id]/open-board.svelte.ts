import { BoardDocs } from '#board/board-docs.ts';
import { Desk } from '#lib/board/desk.svelte.ts';
import type { BoardRights } from '#lib/board/rights.ts';
import { connectDocument } from '#lib/sync/connect-document.ts';
import { jointStatus, type SaveStatus } from '#lib/sync/save-state.svelte.ts';
import { boardDocuments } from '#protocol/document-names.ts';

/** What to know about whoever opens a board. */
export interface Opening {
	boardId: string;
	by: string;
	rights(): BoardRights;
	onRightChanged(): void;
}

/** A board that is open in this browser: its two documents, and the desk on which people work with them. */
export class OpenBoard {
	/** There once both documents have arrived. */
	desk = $state.raw<Desk | null>(null);
	readonly #connections;

	constructor({ boardId, by, rights, onRightChanged }: Opening) {
		const names = boardDocuments(boardId);
		const scaffold = connectDocument(names.scaffold, { onRightChanged });
		const cards = connectDocument(names.cards, { onRightChanged });
		this.#connections = [scaffold, cards];
		void Promise.all([scaffold.arrived, cards.arrived]).then(() => {
			this.desk = new Desk(new BoardDocs(scaffold.doc, cards.doc), cards.awareness, by, rights);
		});
	}

	get status(): SaveStatus {
		return jointStatus(this.#connections.map(({ save }) => save.status));
	}

	/** Whether something would be lost if the page were closed now. */
	get unsaved(): boolean {
		return this.#connections.some(({ save }) => save.unsaved);
	}

	close(): void {
		this.desk?.close();
		for (const connection of this.#connections) connection.close();
	}
}
