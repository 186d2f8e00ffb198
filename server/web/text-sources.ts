import type { BoardSnapshot } from '#board/board-element.ts';
import { cardGroups } from '#board/card-groups.ts';
import { sortOut } from '#board/snapshot-lists.ts';
import type { BoardToTake, TextSourceView } from '#protocol/text-sources.ts';
import type { App } from '../app.ts';
import type { Actor } from '../auth/actor.ts';
import { listBoards } from '../db/repositories/processes.ts';
import { listTextSources } from '../db/repositories/text-sources.ts';
import type { LiveText } from '../db/repositories/texts.ts';
import { rightOnBoard } from '../document-access.ts';
import { readElements } from './board-visit.ts';

type Person = Extract<Actor, { kind: 'person' }>;

/** From what the headings of a text came, as it stands on its boards today, each only for whoever may read it. */
export async function readTextSources(
	app: Pick<App, 'db'>,
	person: Person,
	{ tenantId, id }: Pick<LiveText, 'tenantId' | 'id'>
): Promise<TextSourceView[]> {
	const rows = await listTextSources(app.db, tenantId, id);
	const boards = new Map<string, BoardSnapshot | null>();
	for (const { boardId } of rows) if (!boards.has(boardId)) boards.set(boardId, await readFor(app, person, boardId));
	return rows.map(({ id, paragraphId, boardId, boardTitle, elementId, cardIds }) => {
		const board = boards.get(boardId) ?? null;
		const words = (elementId: string) => {
			const element = board?.byId.get(elementId);
			return element && !element.deleted ? element.text : null;
		};
		return {
			...{ id, paragraphId, elementId, count: cardIds.length, title: words(elementId) },
			board: board && { id: boardId, title: boardTitle },
			cards: board ? cardIds.map((elementId) => ({ elementId, words: words(elementId) })) : []
		};
	});
}

/** What can be taken into a text from the boards of its process that this person may read. */
export async function readBoardsToTake(app: Pick<App, 'db'>, person: Person, text: LiveText): Promise<BoardToTake[]> {
	const [boards, sources] = await Promise.all([
		listBoards(app.db, text.tenantId, text.processId),
		listTextSources(app.db, text.tenantId, text.id)
	]);
	const taken = new Set(sources.map(({ boardId, elementId }) => `${boardId} ${elementId}`));
	const read: BoardToTake[] = [];
	for (const { id: boardId, title } of boards) {
		const board = await readFor(app, person, boardId);
		const groups = (board ? cardGroups(board) : []).map(({ id, title, cards }) => ({
			...{ id, title, cards: cards.length },
			taken: taken.has(`${boardId} ${id}`)
		}));
		if (groups.length > 0) read.push({ id: boardId, title, groups });
	}
	return read;
}

/** A board as somebody may read it, or null. */
async function readFor(app: Pick<App, 'db'>, person: Person, boardId: string): Promise<BoardSnapshot | null> {
	const right = await rightOnBoard(app.db, person, boardId, 'cards');
	return right === 'none' ? null : sortOut(await readElements(app, boardId));
}
