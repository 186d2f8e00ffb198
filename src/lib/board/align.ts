import type { BoardSnapshot } from '#board/board-element.ts';
import type { Box } from '#board/operations/resize-element.ts';
import type { NewPlaces } from '#board/operations/put-into-area.ts';
import { around, type Point } from './camera.ts';

export const edges = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export const spreads = ['across', 'down'] as const;
/** Edges and middles are brought into line; across and down the gaps become equal. */
export type Alignment = (typeof edges)[number] | (typeof spreads)[number];

/** From how many things on they can be aligned so. */
export function leastFor(how: Alignment): number {
	return spreads.some((each) => each === how) ? 3 : 2;
}

type PlacedBox = Box & { id: string; parent?: string | null };

/** Where things come to lie. What lay wholly in its area stays in it, at the edge if need be. */
export function aligned(things: readonly PlacedBox[], how: Alignment, board?: BoardSnapshot): NewPlaces {
	const bounds = around(things);
	if (!bounds || things.length < leastFor(how)) return new Map();
	const placed = how === 'across' || how === 'down' ? spread(things, how, bounds) : inLine(things, how, bounds);
	return new Map(
		things.map((thing) => {
			const { x, y } = placed.get(thing.id) ?? thing;
			const area = board?.byId.get(thing.parent ?? '');
			return [thing.id, within(area, thing, { x: Math.round(x), y: Math.round(y) })];
		})
	);
}

function inLine(
	things: readonly PlacedBox[],
	how: Exclude<Alignment, (typeof spreads)[number]>,
	bounds: Box
): NewPlaces {
	const place: Record<typeof how, (box: Box) => Point> = {
		left: ({ y }) => ({ x: bounds.x, y }),
		centre: ({ y, w }) => ({ x: bounds.x + (bounds.w - w) / 2, y }),
		right: ({ y, w }) => ({ x: bounds.x + bounds.w - w, y }),
		top: ({ x }) => ({ x, y: bounds.y }),
		middle: ({ x, h }) => ({ x, y: bounds.y + (bounds.h - h) / 2 }),
		bottom: ({ x, h }) => ({ x, y: bounds.y + bounds.h - h })
	};
	return new Map(things.map((thing) => [thing.id, place[how](thing)]));
}

/** The outermost two stay; between all of them lies the same gap, or the same overlap where there is no room. */
function spread(things: readonly PlacedBox[], how: (typeof spreads)[number], bounds: Box): NewPlaces {
	const [at, side] = how === 'across' ? (['x', 'w'] as const) : (['y', 'h'] as const);
	const row = [...things].sort((a, b) => a[at] + a[side] / 2 - (b[at] + b[side] / 2));
	const gap = (bounds[side] - row.reduce((sum, each) => sum + each[side], 0)) / (row.length - 1);
	let next = bounds[at];
	return new Map(
		row.map((each) => {
			const place = { x: each.x, y: each.y, [at]: next };
			next += each[side] + gap;
			return [each.id, place];
		})
	);
}

function within(area: Box | undefined, from: Box, to: Point): Point {
	if (!area) return to;
	const keep = (at: number, was: number, side: number, least: number, room: number) => {
		const most = least + room - side;
		return was >= least && was <= most ? Math.min(Math.max(at, least), most) : at;
	};
	return { x: keep(to.x, from.x, from.w, area.x, area.w), y: keep(to.y, from.y, from.h, area.y, area.h) };
}
