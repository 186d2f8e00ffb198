import type { Box } from '#board/operations/resize-element.ts';
import { around, type Point } from './camera.ts';
import type { Canvas } from './canvas.svelte.ts';
import { snapPlace, snapSize, type Snap } from './snap.ts';

/** So many screen pixels from its line a thing jumps into it. */
const reach = 8;

/** Where a carried thing comes to lie: in line with the others in view, unless somebody wants it free or is too far away to see lines. */
export function placed(canvas: Canvas, carried: ReadonlySet<string>, ids: readonly string[], way: Point): Point {
	const box = around(ids.flatMap((id) => canvas.desk.board.element(id) ?? []));
	const by = { x: Math.round(way.x), y: Math.round(way.y) };
	if (!box || canvas.far) return by;
	const snap = snapPlace({ ...box, x: box.x + by.x, y: box.y + by.y }, othersThan(canvas, carried), reachOn(canvas));
	return taken(canvas, snap, { x: by.x + snap.by.x, y: by.y + snap.by.y });
}

/** The same for new edges. */
export function sized(canvas: Canvas, id: string, box: Box): Box {
	if (canvas.far) return box;
	const snap = snapSize(box, othersThan(canvas, new Set([id])), reachOn(canvas));
	return taken(canvas, snap, { ...box, w: box.w + snap.by.x, h: box.h + snap.by.y });
}

function taken<T>(canvas: Canvas, { guides }: Snap, result: T): T {
	canvas.guides = guides;
	return result;
}

const reachOn = ({ camera }: Canvas): number => reach / camera.zoom;

const othersThan = ({ areas, things }: Canvas, moved: ReadonlySet<string>): Box[] =>
	[...areas, ...things].filter(({ id }) => !moved.has(id));
