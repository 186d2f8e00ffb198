import { ok, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import { freePlaces } from '../free-places.ts';
import type { Random } from '../ids.ts';
import type { Origin } from '../shape.ts';
import { readBoard } from '../snapshot.ts';
import { addElements, type NewElement } from './add-elements.ts';

/** Cards that nobody in the room can move or change, and where they shall lie. */
export interface Impulses {
	cards: readonly { id: string; text: string }[];
	by: string;
	/** The area for them; if it is not there, a new one is made. */
	areaId: string | null;
	/** The new area, if one is needed. */
	newArea: { id: string; title: string };
}

const size = { w: 320, h: 160 };
const area = { width: 704, height: 1_400, gap: 64, top: 160 };

/**
 * Lays cards into the scaffold, out of reach of participants. A card whose id the board already knows is left as it is, also in the
 * bin; the answer names those that are new.
 */
export function layImpulses(
	docs: BoardDocs,
	{ cards, by, areaId, newArea }: Impulses,
	origin: Origin,
	random: Random
): Result<string[]> {
	const before = readBoard(docs);
	const fresh = cards.filter(({ id }) => !before.byId.has(id));
	if (fresh.length === 0) return ok([]);
	const known = [areaId, newArea.id].find((id) => {
		const found = id === null ? undefined : before.byId.get(id);
		return found?.type === 'area' && !found.deleted;
	});
	if (known === undefined) {
		const made = addElements(docs, [areaBeside(docs, newArea, by)], origin, random);
		if (!made.ok) return made;
	}
	const parent = known ?? newArea.id;
	const places = freePlaces(readBoard(docs), parent, fresh.length, size);
	const notes = fresh.map(({ id, text }, at): NewElement => {
		return { id, type: 'note', layer: 'scaffold', by, text, colour: 'violet', parent, ...size, ...places[at] };
	});
	const added = addElements(docs, notes, origin, random);
	return added.ok ? ok(fresh.map(({ id }) => id)) : added;
}

/** A working area to the right of everything. */
function areaBeside(docs: BoardDocs, { id, title }: Impulses['newArea'], by: string): NewElement {
	const right = Math.max(-area.gap, ...readBoard(docs).elements.map(({ x, w }) => x + w));
	return {
		id,
		type: 'area',
		by,
		text: title,
		colour: 'violet',
		x: right + area.gap,
		y: area.top,
		w: area.width,
		h: area.height
	};
}
