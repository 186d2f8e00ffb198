import { BoardDocs } from '#board/board-docs.ts';
import type { BoardVotes } from '#lib/board/board-votes.svelte.ts';
import { Desk } from '#lib/board/desk.svelte.ts';
import type { BoardRights } from '#lib/board/rights.ts';
import { connectDocument } from '#lib/sync/connect-document.ts';
import { jointStatus, type SaveStatus } from '#lib/sync/save-state.svelte.ts';
import { boardDocuments } from '#protocol/document-names.ts';

/** What to know about whoever opens a board. */
export interface Opening {
	boardId: string;
	by: string;
	personId: string;
	rights(): BoardRights;
	mayComment: boolean;
	votes: BoardVotes;
	onRightChanged(): void;
}

/** A board that is open in this browser: its two documents, and the desk on which people work with them. */
export class OpenBoard {
	/** There once both documents have arrived. */
	desk = $state.raw<Desk | null>(null);
	readonly #connections;

	constructor({ boardId, by, personId, rights, mayComment, votes, onRightChanged }: Opening) {
		const names = boardDocuments(boardId);
		const { mayScaffold, mayCards } = rights();
		const author = (mayWrite: boolean) => ({ author: { personId, mayWrite }, onRightChanged });
		const scaffold = connectDocument(names.scaffold, author(mayScaffold));
		const cards = connectDocument(names.cards, author(mayCards));
		this.#connections = [scaffold, cards];
		void Promise.all([scaffold.arrived, cards.arrived]).then(() => {
			this.desk = new Desk(new BoardDocs(scaffold.doc, cards.doc), cards.awareness, by, rights, {
				votes,
				boardId,
				mayComment
			});
		});
	}

	get status(): SaveStatus {
		return jointStatus(this.#connections.map(({ save }) => save.status));
	}

	/** Work of this person that cannot be transferred as things are. */
	get unsent() {
		return this.#connections.map(({ unsent }) => unsent);
	}

	/** Whether something would be lost if the page were closed now. */
	atRisk(): boolean {
		return this.#connections.some((connection) => connection.atRisk());
	}

	close(): void {
		this.desk?.close();
		for (const connection of this.#connections) connection.close();
	}
}
