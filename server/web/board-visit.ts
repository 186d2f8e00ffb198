import { may, type Standing } from '#domain/rights/rights.ts';
import type { BoardElement } from '#board/board-element.ts';
import type { Legend } from '#board/legend.ts';
import { boardParts } from '#protocol/document-names.ts';
import type { App } from '../app.ts';
import { placeOfBoard } from '../commands/checkpoint-places.ts';
import { findBoard, type BoardSummary } from '../db/repositories/boards.ts';
import type { Database } from '../db/database.ts';
import { documentAccess } from '../document-access.ts';
import { BoardContent } from '../live/board-content.ts';
import { notFound, requirePerson, requireRight, type Visit } from './guard.ts';

/** Lets a page load only for somebody who may read the board: the board, who comes, and where she is then. */
export async function requireBoard(visit: Visit, boardId: string) {
	const { db } = visit.locals.app;
	const { tenantId } = requirePerson(visit);
	const board = (await findBoard(db, tenantId, boardId)) ?? notFound();
	const at = placeOfBoard(tenantId, board);
	return { board, at, person: await requireRight(visit, 'board.read', at) };
}

/** Lets only somebody ask who may prepare the board: its areas, and whatever participants do not change. */
export async function requireScaffold(visit: Visit, boardId: string) {
	const { at } = await requireBoard(visit, boardId);
	return requireRight(visit, 'board.write-scaffold', at);
}

/** What a visitor may do on a board; the same answer that the sync server gets for each of its documents. */
export interface BoardVisit {
	mayScaffold: boolean;
	mayCards: boolean;
	/** Why she may not write cards, where she may not; a pause is told otherwise. */
	reason: 'step' | 'state' | 'right' | 'rests' | 'part-over' | null;
}

/** What somebody may do with the two documents of a board. */
export async function visitBoard(
	{ db, sessions }: App,
	personId: string,
	board: BoardSummary,
	held: ReadonlySet<Standing>
): Promise<BoardVisit> {
	const access = documentAccess(db, sessions);
	const [scaffold, cards] = await Promise.all(
		boardParts.map((part) => access.grant({ personId, sessionEnds: null }, { kind: 'board', id: board.id, part }))
	);
	const mayCards = cards?.right === 'write';
	return { mayScaffold: scaffold?.right === 'write', mayCards, reason: mayCards ? null : reasonOf(board, held) };
}

function reasonOf({ state, rests, nonPublic }: BoardSummary, held: ReadonlySet<Standing>): BoardVisit['reason'] {
	if (held.has('in-pause')) return null;
	if (rests) return nonPublic ? 'part-over' : 'rests';
	if (state !== 'open') return 'state';
	return may(held, 'board.write-cards-in-step') ? 'step' : 'right';
}

/** What the colours of a board mean at this moment. */
export const readMeanings = ({ db }: App, boardId: string): Promise<Legend> => contentOf(db).legend(boardId);

const contents = new WeakMap<Database, BoardContent>();

/** What lies on a board at this moment: all its elements, also from the bin, without what is kept back. */
export async function readElements({ db }: Pick<App, 'db'>, boardId: string): Promise<BoardElement[]> {
	return [...(await contentOf(db).read(boardId)).byId.values()].filter(({ deleted }) => deleted?.why !== 'hidden');
}

function contentOf(db: Database): BoardContent {
	const content = contents.get(db) ?? new BoardContent(db);
	contents.set(db, content);
	return content;
}
