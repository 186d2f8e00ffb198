import { refuse, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import type { BoardElement, BoardSnapshot } from '../board-element.ts';
import { clusterHead, looseCards } from '../cluster.ts';
import { freePlaces } from '../free-places.ts';
import type { Random } from '../ids.ts';
import type { Origin } from '../shape.ts';
import { readBoard } from '../snapshot.ts';
import { addElement } from './add-elements.ts';
import { putIntoArea } from './put-into-area.ts';

const gap = 24;
const mostColumns = 4;

/** A cluster to be made of cards. */
export interface NewCluster {
	id: string;
	title: string;
	/** The pseudonym of whoever makes it. */
	by: string;
	cards: readonly string[];
	/** The area it shall lie in; null: the bare board. */
	within: string | null;
}

/**
 * Makes a cluster of cards, at the first free place of an area. The cards leave the clusters they lay in, so that the same step
 * parts a cluster in two; no card is changed otherwise.
 */
export function makeCluster(docs: BoardDocs, cluster: NewCluster, origin: Origin, random: Random): Result<void> {
	const board = readBoard(docs);
	const cards = looseCards(board, cluster.cards);
	if (cards.length === 0) return refuse({ code: 'board.element-missing' });
	const { id, title: text, by, within: parent } = cluster;
	const { box, places } = frameFor(cards, without(board, cards, parent), parent);
	const frame = { id, type: 'area' as const, layer: 'cards' as const, by, text, parent, ...box };
	const added = addElement(docs, frame, origin, random);
	const ids = cards.map((card) => card.id);
	return added.ok ? putIntoArea(docs, ids, id, origin, places) : added;
}

/** The board as it is once the cards have left the area in which their cluster shall lie. */
function without(board: BoardSnapshot, cards: readonly BoardElement[], area: string | null): BoardSnapshot {
	const gone = new Set(cards);
	const left = (board.children.get(area) ?? []).filter((element) => !gone.has(element));
	return { ...board, children: new Map(board.children).set(area, left) };
}

/** Rows of cards under a name, as wide as the area around allows. */
function frameFor(cards: readonly BoardElement[], board: BoardSnapshot, within: string | null) {
	const around = within === null ? undefined : board.byId.get(within);
	const w = Math.max(...cards.map((card) => card.w)) + gap;
	const h = Math.max(...cards.map((card) => card.h)) + gap;
	const room = around ? Math.floor((around.w - 3 * gap) / w) : mostColumns;
	const wide = Math.max(1, Math.min(room, mostColumns, Math.ceil(Math.sqrt(cards.length))));
	const size = { w: wide * w + gap, h: clusterHead + Math.ceil(cards.length / wide) * h };
	const [{ x, y } = { x: 0, y: 0 }] = freePlaces(board, within, 1, size);
	const placeOf = (at: number) => ({ x: x + gap + (at % wide) * w, y: y + clusterHead + Math.floor(at / wide) * h });
	return { box: { x, y, ...size }, places: new Map(cards.map(({ id }, at) => [id, placeOf(at)])) };
}
