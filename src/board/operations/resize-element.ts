import { refuse, type Result } from '#domain/result.ts';
import type { BoardDocs, FoundElement } from '../board-docs.ts';
import { definitionOf } from '../elements.ts';
import { readPlace, toCoordinate, toSide } from '../read-element.ts';
import { keys, type Origin } from '../shape.ts';
import { readBoard } from '../snapshot.ts';

/** A rectangle on the board. */
export interface Box {
	x: number;
	y: number;
	w: number;
	h: number;
}

/**
 * Gives an element new edges. When the left or upper edge of an area moves, what lies in it stays where it is seen;
 * an edge that did not move is not written, so that resizing and moving at once both survive.
 */
export function resizeElement(docs: BoardDocs, id: string, box: Box, origin: Origin): Result<void> {
	const element = readBoard(docs).byId.get(id);
	if (!element || definitionOf(element.type).joins) return refuse({ code: 'board.element-missing' });
	const [w, h] = [toSide(box.w), toSide(box.h)];
	const [dx, dy] = [box.x - element.x, box.y - element.y];
	const shifted = dx !== 0 || dy !== 0;
	const content = shifted ? docs.contentOf(id).map((each) => each.id) : [];
	return docs.changeEach([id, ...content], origin, (each) => {
		if (each.id !== id) shift(each, -dx, -dy);
		else {
			if (shifted) shift(each, dx, dy);
			if (w !== element.w || h !== element.h) each.map.set(keys.size, [w, h]);
		}
	});
}

function shift({ map }: FoundElement, dx: number, dy: number): void {
	const [x, y] = readPlace(map);
	map.set(keys.place, [toCoordinate(x + dx), toCoordinate(y + dy)]);
}
