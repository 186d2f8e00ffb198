import type { Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import { readPlace, toCoordinate } from '../read-element.ts';
import { keys, type Origin } from '../shape.ts';
import { readBoard } from '../snapshot.ts';
import type { NewPlaces } from './put-into-area.ts';

/** Lays elements where they shall be seen on the board, each in the area it lies in. What is there already is not written. */
export function placeElements(docs: BoardDocs, places: NewPlaces, origin: Origin): Result<void> {
	const { byId } = readBoard(docs);
	return docs.changeEach(places.keys(), origin, ({ id, map }) => {
		const [seen, wanted] = [byId.get(id), places.get(id)];
		if (!seen || !wanted || (seen.x === wanted.x && seen.y === wanted.y)) return;
		const [x, y] = readPlace(map);
		map.set(keys.place, [toCoordinate(x + wanted.x - seen.x), toCoordinate(y + wanted.y - seen.y)]);
	});
}
