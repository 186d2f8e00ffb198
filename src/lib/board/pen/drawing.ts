import { packStroke } from '#board/stroke.ts';
import { areaAt } from '../arrange.ts';
import { toBoard, type Point } from '../camera.ts';
import type { Canvas } from '../canvas.svelte.ts';
import type { Phase } from '../pointer-machine.ts';

/** So many points of a pointer are one stroke; whoever draws on begins the next one where the last one ended. */
const most = 4_000;
/** So far beside a line, in points of the screen, no eye sees a bend. */
const detail = 0.75;

/** Draws on the canvas what a pointer does; with the end of it, the stroke lies on the board. */
export function drawOn(canvas: Canvas, at: Point, phase: Phase | 'begin'): void {
	const place = toBoard(canvas.camera, at);
	if (phase === 'cancel') return void (canvas.stroke = null);
	// The tool that was pressed last gives up the focus: from now on keys mean the canvas, as Escape and taking back.
	if (phase === 'begin' && document.activeElement instanceof HTMLElement) document.activeElement.blur();
	const points = phase === 'begin' ? [] : (canvas.stroke?.points ?? []);
	const last = points.at(-1);
	if (!last || last.x !== place.x || last.y !== place.y) points.push(place);
	canvas.stroke = { points };
	if (phase !== 'end' && points.length < most) return;
	lay(canvas, points);
	canvas.stroke = phase === 'end' ? null : { points: [place] };
}

function lay({ desk, camera }: Canvas, points: readonly Point[]): void {
	const packed = packStroke(points, detail / camera.zoom);
	if (!packed) return;
	const { x, y, w, h, ink } = packed;
	const { width: pen, colour } = desk.pen;
	const at = { x: x + w / 2, y: y + h / 2 };
	const area = areaAt(desk.board.index, at, new Set())?.id ?? null;
	desk.tell(desk.actions.add('ink', { at, area }, { size: [w, h], colour, own: { ink, pen } }));
}
