import type { BoardElement } from '#board/board-element.ts';

/** What this person may do with the two documents of a board, and if nothing, why. */
export interface BoardRights {
	mayScaffold: boolean;
	mayCards: boolean;
	/** Why she may not write: the step, the state of the board, or because she only reads here. */
	reason: 'step' | 'state' | 'right' | 'rests' | 'part-over' | null;
}

/** Whether this person may change an element where it lies. */
export function mayChange({ mayScaffold, mayCards }: BoardRights, { layer }: Pick<BoardElement, 'layer'>): boolean {
	return layer === 'scaffold' ? mayScaffold : mayCards;
}
