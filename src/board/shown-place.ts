import type { BoardElement } from './board-element.ts';
import { definitionOf } from './elements.ts';
import type { Standing } from './places.ts';
import type { OwnWord, ReadElement } from './read-element.ts';

/** Where an element is shown. */
export type ShownPlace = Pick<BoardElement, 'parent' | 'depth' | 'x' | 'y' | 'w' | 'h' | 'loose'>;

/** So far a pin stands into what it is about. */
const into = 12;

/** Where an element is shown: by its own place, at the corner of what it is about, or between its two ends if it joins them. */
export function shownPlace(
	says: OwnWord,
	read: ReadonlyMap<string, ReadElement>,
	places: ReadonlyMap<string, Standing>
): ShownPlace {
	const nowhere = { parent: null, depth: 0, x: says.x, y: says.y };
	if (!definitionOf(says.type).joins) {
		const about = says.on === undefined ? undefined : read.get(says.on)?.says;
		const anchor = about && !about.deleted ? places.get(about.id) : undefined;
		if (about && anchor) return atCorner(says, about, anchor);
		const { parent, depth, x, y } = places.get(says.id) ?? nowhere;
		return { parent, depth, x, y, w: says.w, h: says.h };
	}
	const from = middleOf(says.from, read, places);
	const to = middleOf(says.to, read, places);
	if (!from || !to) return { ...nowhere, w: 0, h: 0, loose: true };
	const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
	return { parent: null, depth: 0, x, y, w: Math.abs(from.x - to.x), h: Math.abs(from.y - to.y) };
}

/** At the right upper corner of what a pin is about, wherever that goes. */
function atCorner({ w, h }: OwnWord, about: OwnWord, { x, y, parent, depth }: Standing): ShownPlace {
	return { parent, depth, x: x + about.w - w + into, y: y - h + into, w, h };
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
