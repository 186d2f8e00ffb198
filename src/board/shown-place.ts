import type { BoardElement } from './board-element.ts';
import { definitionOf } from './elements.ts';
import type { Standing } from './places.ts';
import type { OwnWord, ReadElement } from './read-element.ts';

/** Where an element is shown. */
export type ShownPlace = Pick<BoardElement, 'parent' | 'depth' | 'x' | 'y' | 'w' | 'h' | 'loose'>;

/** Where an element is shown: by its own place, or between its two ends if it joins them. */
export function shownPlace(
	says: OwnWord,
	read: ReadonlyMap<string, ReadElement>,
	places: ReadonlyMap<string, Standing>
): ShownPlace {
	const nowhere = { parent: null, depth: 0, x: says.x, y: says.y };
	if (!definitionOf(says.type).joins) {
		const { parent, depth, x, y } = places.get(says.id) ?? nowhere;
		return { parent, depth, x, y, w: says.w, h: says.h };
	}
	const from = middleOf(says.from, read, places);
	const to = middleOf(says.to, read, places);
	if (!from || !to) return { ...nowhere, w: 0, h: 0, loose: true };
	const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
	return { parent: null, depth: 0, x, y, w: Math.abs(from.x - to.x), h: Math.abs(from.y - to.y) };
}

/** The middle of a connector's end; nothing where the end is missing, in the bin, or itself a connector. */
function middleOf(
	id: string | null | undefined,
	read: ReadonlyMap<string, ReadElement>,
	places: ReadonlyMap<string, Standing>
): { x: number; y: number } | undefined {
	const says = id ? read.get(id)?.says : undefined;
	const place = id ? places.get(id) : undefined;
	if (!says || !place || says.deleted || definitionOf(says.type).joins) return undefined;
	return { x: place.x + says.w / 2, y: place.y + says.h / 2 };
}

/** Whether two places are the same in every respect. */
export function samePlace(a: ShownPlace, b: ShownPlace): boolean {
	return (
		a.x === b.x &&
		a.y === b.y &&
		a.w === b.w &&
		a.h === b.h &&
		a.parent === b.parent &&
		a.depth === b.depth &&
		a.loose === b.loose
	);
}
