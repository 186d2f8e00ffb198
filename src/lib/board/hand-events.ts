import type { Point } from './camera.ts';

/** What mouse, fingers and keys do on the element that shows the board. */
export interface HandEvents {
	onpointerdown(event: PointerEvent): void;
	onpointermove(event: PointerEvent): void;
	onpointerup(event: PointerEvent): void;
	onpointercancel(event: PointerEvent): void;
	ontouchend(event: TouchEvent): void;
	onpointerleave(event: PointerEvent): void;
	onkeydown(event: KeyboardEvent): void;
	onfocusin(event: FocusEvent): void;
	onmousedown(event: MouseEvent): void;
	oncontextmenu(event: MouseEvent): void;
}

/** Whether an event belongs to a field or button on the board, and not to the board. */
export const isOther = (event: Event): boolean =>
	(event.target as Element).closest('textarea, button, input, select, a') !== null;

/** Where in the view it happened, in pixels of the screen. */
export function placeIn(view: HTMLElement, { clientX, clientY }: MouseEvent): Point {
	const { left, top } = view.getBoundingClientRect();
	return { x: clientX - left, y: clientY - top };
}
