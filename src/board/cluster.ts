import type { BoardElement, BoardSnapshot } from './board-element.ts';
import { holdsIdea } from './elements.ts';

/** Room for the name of a cluster above its cards. */
export const clusterHead = 72;

/**
 * Whether an element is a cluster: an area that people made among the cards, also while its name is locked. Areas of the scaffold
 * are the working areas around them, also while somebody has freed one to move it.
 */
export function isCluster(element: BoardElement | undefined): element is BoardElement {
	return element?.type === 'area' && (element.cluster ?? element.layer === 'cards');
}

/** What lies in a cluster and can be taken out of it: everything that has a place. */
export function contentOfCluster(board: BoardSnapshot, cluster: string): string[] {
	return (board.children.get(cluster) ?? []).map(({ id }) => id);
}

/** Those of the elements that are cards of participants on the board: neither locked nor in the bin, each once. */
export function looseCards(board: BoardSnapshot, ids: Iterable<string>): BoardElement[] {
	return [...new Set(ids)]
		.flatMap((id) => board.byId.get(id) ?? [])
		.filter((element) => holdsIdea(element) && element.layer === 'cards' && !element.deleted);
}

/** Whether something lies in the bin because somebody threw it away, so that its bin may show it; what is kept back is not shown. */
export function isThrownAway({ deleted }: BoardElement): boolean {
	return deleted !== undefined && deleted.why !== 'hidden';
}
