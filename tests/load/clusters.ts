import { BoardDocs } from '#board/board-docs.ts';
import type { BoardElement } from '#board/board-element.ts';
import { addElement } from '#board/operations/add-elements.ts';
import { putIntoArea } from '#board/operations/put-into-area.ts';
import { Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { boardDocuments } from '#protocol/document-names.ts';
import { until } from '../support/sync.ts';
import type { Visitor } from '../support/visitor.ts';

/** Does something at a board as somebody who has it open, and waits until it is on its way. */
async function atBoard<T>(visitor: Visitor, boardId: string, deed: (docs: BoardDocs) => Promise<T> | T): Promise<T> {
	const names = boardDocuments(boardId);
	const [scaffold, cards] = [visitor.open(names.scaffold), visitor.open(names.cards)];
	await until(() => scaffold.provider.synced && cards.provider.synced, 30_000);
	try {
		return await deed(new BoardDocs(scaffold.doc, cards.doc));
	} finally {
		for (const { provider } of [scaffold, cards]) provider.destroy();
	}
}

const notesOn = (docs: BoardDocs): BoardElement[] =>
	readBoard(docs).elements.filter(({ type, layer }) => type === 'note' && layer === 'cards');

/** The cards on a board as a newcomer finds them. */
export const readNotes = (visitor: Visitor, boardId: string): Promise<BoardElement[]> =>
	atBoard(visitor, boardId, notesOn);

/** Makes so many named groups on the board and puts every card into one; done when the server shows them to others. */
export function clusterCards(
	visitor: Visitor,
	boardId: string,
	{ by, count, shown }: { by: string; count: number; shown: () => Promise<unknown> }
): Promise<void> {
	return atBoard(visitor, boardId, async (docs) => {
		const origin = new Origin('user');
		const notes = notesOn(docs);
		for (let at = 0; at < count; at++) {
			const id = `group${at}`;
			addElement(docs, { id, type: 'area', layer: 'cards', by, text: `Gruppe ${at + 1}` }, origin, Math.random);
			const chosen = notes.filter((_, index) => index % count === at).map((note) => note.id);
			putIntoArea(docs, chosen, id, origin);
		}
		await shown();
	});
}
