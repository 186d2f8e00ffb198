import type { Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import type { Colour } from '../colours.ts';
import { keys, type Origin } from '../shape.ts';

/** Gives elements another colour. */
export function recolourElements(
	docs: BoardDocs,
	ids: readonly string[],
	colour: Colour,
	origin: Origin
): Result<void> {
	return docs.changeEach(ids, origin, ({ map }) => map.set(keys.colour, colour));
}
