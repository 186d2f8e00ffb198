import { colours } from '#board/colours.ts';
import type { Legend } from '#board/legend.ts';
import type { Point } from '../camera.ts';
import { colourName } from '../words.ts';
import { paper } from './palette.ts';
import { box, words } from './shapes.ts';

const row = 44;
const spot = 28;

/** What the colours of a board mean, one below the other, and how much room that takes. */
export function legendPicture(legend: Legend, { x, y }: Point): { height: number; drawn: string[] } {
	const named = colours.filter((colour) => legend[colour]);
	const drawn = named.map((colour, at) => {
		const place = { x, y: y + at * row, w: spot, h: spot };
		const look = { fill: paper.note[colour], stroke: paper.edge[colour], radius: 4 };
		const name = words([colourName(colour, legend)], { x: x + spot + 12, y: place.y, size: 22, fill: paper.ink });
		return box(place, look) + name;
	});
	return { height: named.length * row, drawn };
}
