import { ok, refuse, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import { contentOfCluster, isCluster, looseCards } from '../cluster.ts';
import { freePlaces } from '../free-places.ts';
import type { Origin } from '../shape.ts';
import { readBoard } from '../snapshot.ts';
import { moveElements } from './move-elements.ts';
import { putIntoArea } from './put-into-area.ts';
import { resizeElement } from './resize-element.ts';

const gap = 24;

/**
 * Moves cards into a cluster, where there is room; the cluster grows with them. Cards that lie in it already stay. A cluster that is
 * in the bin takes none: `board.not-an-area`.
 */
export function moveToCluster(
	docs: BoardDocs,
	cards: readonly string[],
	cluster: string,
	origin: Origin
): Result<void> {
	const board = readBoard(docs);
	const target = board.byId.get(cluster);
	if (!isCluster(target) || target.deleted) return refuse({ code: 'board.not-an-area' });
	const coming = looseCards(board, cards);
	if (coming.length === 0) return refuse({ code: 'board.element-missing' });
	const moved = coming.filter(({ parent }) => parent !== cluster).map(({ id }) => id);
	if (moved.length === 0) return ok();
	const put = layIn(docs, moved, cluster, origin);
	return put.ok ? grow(docs, cluster, origin) : put;
}

/** Takes cards out of their clusters: they come to lie in an area beside them (null: on the bare board). */
export function takeFromClusters(
	docs: BoardDocs,
	cards: readonly string[],
	area: string | null,
	origin: Origin
): Result<void> {
	const board = readBoard(docs);
	const coming = looseCards(board, cards);
	if (coming.length === 0) return refuse({ code: 'board.element-missing' });
	const moved = coming.filter(({ parent }) => isCluster(board.byId.get(parent ?? ''))).map(({ id }) => id);
	return moved.length === 0 ? ok() : layIn(docs, moved, area, origin);
}

/** Puts everything that lies in one cluster into another one. The emptied one is left to whoever asked. */
export function emptyInto(docs: BoardDocs, cluster: string, into: string, origin: Origin): Result<void> {
	const content = contentOfCluster(readBoard(docs), cluster);
	if (content.length === 0) return ok();
	const put = layIn(docs, content, into, origin);
	return put.ok ? grow(docs, into, origin) : put;
}

function layIn(docs: BoardDocs, ids: readonly string[], area: string | null, origin: Origin): Result<void> {
	const board = readBoard(docs);
	const things = ids.flatMap((id) => board.byId.get(id) ?? []);
	const size = { w: Math.max(...things.map(({ w }) => w)), h: Math.max(...things.map(({ h }) => h)) };
	const free = freePlaces(board, area, ids.length, size);
	return putIntoArea(docs, ids, area, origin, new Map(ids.map((id, at) => [id, free[at] ?? { x: 0, y: 0 }])));
}

/** Lets a cluster reach around its cards; where it would then lie on its neighbours, it moves to the next free place. */
function grow(docs: BoardDocs, cluster: string, origin: Origin): Result<void> {
	const board = readBoard(docs);
	const area = board.byId.get(cluster);
	const content = board.children.get(cluster) ?? [];
	if (!area || content.length === 0) return ok();
	const w = Math.max(area.w, ...content.map((each) => each.x + each.w + gap - area.x));
	const h = Math.max(area.h, ...content.map((each) => each.y + each.h + gap - area.y));
	if (w === area.w && h === area.h) return ok();
	const grown = resizeElement(docs, cluster, { x: area.x, y: area.y, w, h }, origin);
	const beside = (board.children.get(area.parent) ?? []).filter(({ id }) => id !== cluster);
	const covers = beside.some(
		(each) => each.x < area.x + w && area.x < each.x + each.w && each.y < area.y + h && area.y < each.y + each.h
	);
	if (!grown.ok || !covers) return grown;
	const left = { ...board, children: new Map(board.children).set(area.parent, beside) };
	const [place = area] = freePlaces(left, area.parent, 1, { w, h });
	return moveElements(docs, [cluster], { dx: place.x - area.x, dy: place.y - area.y }, origin);
}
