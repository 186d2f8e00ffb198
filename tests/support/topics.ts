import { randomBytes } from 'node:crypto';
import { BoardDocs } from '#board/board-docs.ts';
import { newElementId } from '#board/ids.ts';
import { addElements } from '#board/operations/add-elements.ts';
import { putIntoArea } from '#board/operations/put-into-area.ts';
import { Origin } from '#board/shape.ts';
import { boardDocuments } from '#protocol/document-names.ts';
import type { Database } from '#server/db/database.ts';
import { changeDocuments } from '#server/sync/server-changes.ts';

/** Puts cards together under a topic, as somebody at the board does; returns the topic's element id. */
export async function makeTopic(
	db: Database,
	boardId: string,
	title: string,
	cards: readonly string[]
): Promise<string> {
	const { scaffold, cards: cardsName } = boardDocuments(boardId);
	const id = newElementId(randomBytes);
	const author = { client: 4711, now: () => new Date() };
	await db.transaction(async (tx) => {
		await changeDocuments(
			tx,
			[scaffold, cardsName],
			(docOf) => {
				const docs = new BoardDocs(docOf(scaffold), docOf(cardsName));
				const origin = new Origin('server');
				const made = addElements(
					docs,
					[{ id, type: 'area', layer: 'cards', by: 'test', text: title }],
					origin,
					Math.random
				);
				const put = made.ok ? putIntoArea(docs, cards, id, origin) : made;
				if (!put.ok) throw new Error(put.problem.code);
			},
			author
		);
	});
	return id;
}
