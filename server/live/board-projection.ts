import type { BoardElement, BoardSnapshot } from '#board/board-element.ts';
import { isCluster } from '#board/cluster.ts';
import { holdsIdea } from '#board/elements.ts';
import type { CardView, ClusterView, DissolvedView, ImpulseView } from '#protocol/session-state.ts';

/** The notes on a board, each with the cluster it lies in. */
export function cardsOnBoard(
	board: BoardSnapshot,
	late: ReadonlySet<string>,
	/** Whose cards are kept back; they are in the bin, unless a strange program took them out. */
	away: ReadonlySet<string | null> = new Set()
): CardView[] {
	return board.elements
		.filter((element) => holdsIdea(element) && element.layer === 'cards' && !away.has(element.by))
		.map(({ id, text, parent, late: arrivedLate }) => ({
			elementId: id,
			text,
			clusterId: isCluster(parent === null ? undefined : board.byId.get(parent)) ? parent : null,
			late: arrivedLate === true || late.has(id)
		}));
}

/** The clusters on a board with the number of cards in them. */
export function clustersOnBoard(board: BoardSnapshot): ClusterView[] {
	return board.elements.filter(isCluster).map(({ id, text, layer }) => ({
		elementId: id,
		title: text,
		locked: layer === 'scaffold',
		cards: notesIn(board, id).length
	}));
}

/** How long everybody who leads is told that a cluster was dissolved, in milliseconds. */
const toldFor = 10 * 60_000;

/** The clusters that somebody has dissolved a short while ago, the last one first. Emptied ones that were merged are no loss. */
export function dissolvedOnBoard(board: BoardSnapshot, now: number): DissolvedView[] {
	return board.deletedElements.filter(isCluster).flatMap(({ id, text, deleted }) => {
		if (!deleted || deleted.why || Math.abs(now - deleted.at) >= toldFor) return [];
		return [{ elementId: id, title: text, participantId: deleted.by, until: deleted.at + toldFor }];
	});
}

/** The locked cards in an area, in their order. */
export function impulsesIn(board: BoardSnapshot, areaId: string | null): ImpulseView[] {
	return notesIn(board, areaId ?? '')
		.filter(({ layer }) => layer === 'scaffold')
		.map(({ id, text }) => ({ elementId: id, text }));
}

/** All locked cards of the board, in their order. */
export function impulsesOn(board: BoardSnapshot): ImpulseView[] {
	return board.elements
		.filter((element) => holdsIdea(element) && element.layer === 'scaffold')
		.map(({ id, text }) => ({ elementId: id, text }));
}

/** The notes that lie in an area, in their order. */
export function notesIn(board: BoardSnapshot, areaId: string): BoardElement[] {
	return (board.children.get(areaId) ?? []).filter(holdsIdea);
}
