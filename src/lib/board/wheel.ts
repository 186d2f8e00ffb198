import type { Canvas } from './canvas.svelte.ts';
import { placeIn } from './hand-events.ts';

/** Turns the wheel over the canvas: it pans, with Ctrl it zooms; only a chosen card with more words than it has room for scrolls itself. */
export function turnWheel(canvas: Canvas, event: WheelEvent & { currentTarget: HTMLElement }): void {
	const scrolls = (event.target as Element).closest<HTMLElement>('[data-scrolls], textarea');
	const chosen = canvas.desk.selection.has(scrolls?.closest<HTMLElement>('[data-element]')?.dataset.element ?? '');
	if (scrolls && chosen && !event.ctrlKey && scrolls.scrollHeight > scrolls.clientHeight) return;
	event.preventDefault();
	const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 24 : 1;
	const by = { x: -event.deltaX * unit, y: -event.deltaY * unit };
	if (event.ctrlKey || event.metaKey) canvas.zoom(placeIn(event.currentTarget, event), Math.exp(by.y * 0.0022));
	else canvas.pan(event.shiftKey ? { x: by.y, y: 0 } : by);
}
