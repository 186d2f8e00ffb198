import type { BoardElement, BoardSnapshot } from '#board/board-element.ts';
import type { CardView, ClusterView, ImpulseView } from '#protocol/session-state.ts';

/** A cluster is an area that was made among the cards; areas of the scaffold are the working areas around them. */
const isCluster = (element: BoardElement | undefined): element is BoardElement =>
	element?.type === 'area' && element.layer === 'cards';

/** The notes on a board, each with the cluster it lies in. */
export function cardsOnBoard(board: BoardSnapshot, late: ReadonlySet<string>): CardView[] {
	return board.elements
		.filter(({ type, layer }) => type === 'note' && layer === 'cards')
		.map(({ id, text, parent }) => ({
			elementId: id,
			text,
			clusterId: isCluster(parent === null ? undefined : board.byId.get(parent)) ? parent : null,
			late: late.has(id)
		}));
}

/** The clusters on a board with the number of cards in them. */
export function clustersOnBoard(board: BoardSnapshot): ClusterView[] {
	return board.elements.filter(isCluster).map(({ id, text }) => ({
		elementId: id,
		title: text,
		cards: notesIn(board, id).length
	}));
}

/** The locked cards in an area, in their order. */
export function impulsesIn(board: BoardSnapshot, areaId: string | null): ImpulseView[] {
	return notesIn(board, areaId ?? '')
		.filter(({ layer }) => layer === 'scaffold')
		.map(({ id, text }) => ({ elementId: id, text }));
}

/** The notes that lie in an area, in their order. */
export function notesIn(board: BoardSnapshot, areaId: string): BoardElement[] {
	return (board.children.get(areaId) ?? []).filter(({ type }) => type === 'note');
}
