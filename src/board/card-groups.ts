import type { BoardElement, BoardSnapshot } from './board-element.ts';
import { isCluster } from './cluster.ts';
import { holdsIdea } from './elements.ts';

/** An area or cluster with the cards that lie in it itself. */
export interface CardGroup {
	readonly id: string;
	readonly title: string;
	readonly cards: readonly BoardElement[];
}

/** The clusters of a board, and its areas in which cards lie, in their order. */
export function cardGroups({ elements, children }: Pick<BoardSnapshot, 'elements' | 'children'>): CardGroup[] {
	return elements
		.filter(({ type }) => type === 'area')
		.map((area) => ({ area, cards: (children.get(area.id) ?? []).filter(holdsIdea) }))
		.filter(({ area, cards }) => cards.length > 0 || isCluster(area))
		.map(({ area: { id, text }, cards }) => ({ id, title: text, cards }));
}
