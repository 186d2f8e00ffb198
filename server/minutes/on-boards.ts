import type { BoardSnapshot } from '#board/board-element.ts';
import type { MinutesSource } from '#domain/minutes/minutes-source.ts';
import { cardsOnBoard, clustersOnBoard } from '../live/board-projection.ts';

/** The cards and clusters on a board. */
export const lyingOn = (board: BoardSnapshot): MinutesSource['board'] => ({
	cards: cardsOnBoard(board, new Set()),
	clusters: clustersOnBoard(board)
});

/**
 * What lies only on the boards of non-public parts, or other than on that of everybody, which is the first one. Each of them began as its
 * copy: a card with the same words at the same place is none of theirs. Of a card in several parts, the last one counts.
 */
export function lyingOnlyBehindDoors([everybodys, ...ofParts]: readonly BoardSnapshot[]): MinutesSource['board'] {
	const known = new Map((everybodys ? cardsOnBoard(everybodys, new Set()) : []).map((card) => [card.elementId, card]));
	const gone = (id: string) => everybodys?.byId.get(id)?.deleted != null;
	const boards = ofParts.map(lyingOn);
	const cards = new Map(boards.flatMap((board) => board.cards).map((card) => [card.elementId, card]));
	const kept = [...cards.values()].filter(({ elementId, text, clusterId }) => {
		const before = known.get(elementId);
		return before ? before.text !== text || before.clusterId !== clusterId : !gone(elementId);
	});
	const filled = new Set(kept.map(({ clusterId }) => clusterId));
	const clusters = new Map(boards.flatMap((board) => board.clusters).map((cluster) => [cluster.elementId, cluster]));
	const titles = new Map(
		(everybodys ? clustersOnBoard(everybodys) : []).map(({ elementId, title }) => [elementId, title])
	);
	return {
		cards: kept,
		clusters: [...clusters.values()].filter(
			({ elementId, title }) => filled.has(elementId) || (titles.get(elementId) !== title && !gone(elementId))
		)
	};
}
