import type { BoardElement } from '#board/board-element.ts';
import { compareByArea, firstOf, type ChangedPart } from '#board/compare-by-area.ts';
import { readBoard } from '#board/snapshot.ts';
import { sortOut } from '#board/snapshot-lists.ts';
import type { Checkpoint } from '../db/repositories/checkpoints.ts';
import { pastBoard } from '../past.ts';
import { readElements } from './board-visit.ts';
import { notFound, type Visit } from './guard.ts';
import { checkpointOf, visitHistory } from './history.ts';
import { keptBackOn } from './kept-back.ts';

/** One checkpoint of a board beside what lies on it today. */
export interface Comparison {
	title: string;
	mayRestore: boolean;
	checkpoint: Checkpoint;
	parts: ChangedPart[];
	/** So many more differences there are than are shown. */
	left: number;
}

/** So many differences are shown at once. */
const most = 500;

/** In what a board differs today from one of its checkpoints, for whoever may see it. What is kept back is in neither of them. */
export async function compareWithToday(visit: Visit, boardId: string, id: string): Promise<Comparison> {
	const about = await visitHistory(visit, { boardId });
	const { app } = visit.locals;
	const checkpoint = (await checkpointOf(app.db, { boardId }, id)) ?? notFound();
	const isKeptBack = await keptBackOn(app.db, boardId);
	const shown = (elements: Iterable<BoardElement>) => sortOut([...elements].filter((each) => !isKeptBack(each)));
	const docs = await pastBoard(app.db, boardId, id);
	const then = shown(readBoard(docs).byId.values());
	docs.scaffold.destroy();
	docs.cards.destroy();
	const parts = compareByArea(then, shown(await readElements(app, boardId)));
	return { ...about, checkpoint, ...firstOf(parts, most) };
}
