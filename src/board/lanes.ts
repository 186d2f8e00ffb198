import type { BoardElement, BoardSnapshot } from './board-element.ts';
import { definitionOf } from './elements.ts';
import type { NewPlaces } from './operations/put-into-area.ts';

const gap = 24;
/** Room for the title and the question at the head of an area. */
const head = 160;

/**
 * Where the content of a lane comes to lie: side by side in rows, or below one another in columns, in the order in which it lies now.
 * What does not fit goes into the next row or column; fixed words such as its question stay.
 */
export function inLane(board: BoardSnapshot, lane: BoardElement): NewPlaces {
	const [at, side, across, width] =
		lane.layout === 'columns' ? (['y', 'h', 'x', 'w'] as const) : (['x', 'w', 'y', 'h'] as const);
	const content = (board.children.get(lane.id) ?? []).filter(({ type }) => definitionOf(type).layer === 'cards');
	const start = { x: lane.x + gap, y: lane.y + head };
	const end = lane[at] + lane[side] - gap;
	const next = { ...start };
	let widest = 0;
	return new Map(
		[...content]
			.sort((a, b) => a[at] + a[side] / 2 - (b[at] + b[side] / 2))
			.map((thing) => {
				if (next[at] > start[at] && next[at] + thing[side] > end) {
					next[at] = start[at];
					next[across] += widest + gap;
					widest = 0;
				}
				const place = { ...next };
				next[at] += thing[side] + gap;
				widest = Math.max(widest, thing[width]);
				return [thing.id, place];
			})
	);
}
