import type { BoardElement } from './board-element.ts';
import { definitionOf } from './elements.ts';
import { inOrder } from './order.ts';

/** Who is painted first: areas beneath what may lie in them, inner areas above outer ones, then by the common order. */
export function inPaintOrder(a: BoardElement, b: BoardElement): number {
	return paintLevel(a) - paintLevel(b) || inOrder(a, b);
}

/** Elements of a lower level are painted first, whatever their order. */
export function paintLevel(element: BoardElement): number {
	return definitionOf(element.type).keepsContent ? element.depth : Number.MAX_SAFE_INTEGER;
}
