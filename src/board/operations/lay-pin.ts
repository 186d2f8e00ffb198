import { refuse, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import { elements } from '../elements.ts';
import { freePlaces } from '../free-places.ts';
import type { Random } from '../ids.ts';
import type { Origin } from '../shape.ts';
import { readBoard } from '../snapshot.ts';
import { addElement } from './add-elements.ts';

/** A pin to be laid: on an element, at a place, or wherever there is room. */
export interface NewPin {
	id: string;
	by: string;
	on: string | null;
	x?: number;
	y?: number;
}

/** Lays the pin of a thread with its first answer on the board: at the upper edge of what it is about. */
export function layPin(docs: BoardDocs, { id, by, on, x, y }: NewPin, origin: Origin, random: Random): Result<void> {
	const board = readBoard(docs);
	const [w, h] = elements.comment.defaultSize;
	const pin = { id, type: 'comment' as const, by };
	if (on === null) {
		const place = x !== undefined && y !== undefined ? { x, y: y - h } : freePlaces(board, null, 1, { w, h })[0];
		return addElement(docs, { ...pin, ...place, own: { answers: 1 } }, origin, random);
	}
	const about = board.byId.get(on);
	if (!about || about.deleted) return refuse({ code: 'board.element-missing' });
	// Where it stays should what it is about be gone one day.
	const place = { x: about.x + about.w - w, y: about.y - h };
	return addElement(docs, { ...pin, ...place, parent: about.parent, own: { on, answers: 1 } }, origin, random);
}
