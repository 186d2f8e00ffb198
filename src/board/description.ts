import type { BoardElement, BoardSnapshot } from './board-element.ts';
import type { ConnectorKind } from './elements/connector.ts';

/** What can be said about an element, without words of any language. `area` is the title of the area around it. */
export type ElementDescription =
	| { key: 'note' | 'text' | 'unknown'; text: string; area: string | null }
	| { key: 'area'; title: string; area: string | null; count: number }
	| { key: 'connector'; kind: ConnectorKind; from: string; to: string; label: string };

/** The title of the area around an element, null on the bare board. */
export function areaTitle(element: BoardElement, board: BoardSnapshot): string | null {
	return element.parent === null ? null : (board.byId.get(element.parent)?.text ?? null);
}
