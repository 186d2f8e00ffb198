import type { BoardElement, BoardSnapshot } from './board-element.ts';
import type { Axes } from './elements/area.ts';
import type { ConnectorKind } from './elements/connector.ts';
import type { LinkedKind } from './elements/linked.ts';
import { inQuarter, type InQuarter } from './matrix.ts';

/** Where something lies: the title of the area around it, null on the bare board, and its quarter where that is a matrix. */
export interface Whereabouts {
	area: string | null;
	quarter?: InQuarter;
}

/** What can be said about an element, without words of any language. */
export type ElementDescription =
	| ({ key: 'note' | 'card' | 'text' | 'image' | 'ink' | LinkedKind | 'unknown'; text: string } & Whereabouts)
	| ({ key: 'area'; title: string; count: number; axes?: Axes } & Whereabouts)
	| ({ key: 'comment'; answers: number; settled: boolean; on: string | null } & Whereabouts)
	| { key: 'connector'; kind: ConnectorKind; from: string; to: string; label: string };

export function whereIn(element: BoardElement, board: BoardSnapshot): Whereabouts {
	const quarter = inQuarter(element, board);
	const area = element.parent === null ? null : (board.byId.get(element.parent)?.text ?? null);
	return { area, ...(quarter && { quarter }) };
}
