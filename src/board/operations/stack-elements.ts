import { ok, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import type { BoardElement, BoardSnapshot } from '../board-element.ts';
import { definitionOf } from '../elements.ts';
import type { Random } from '../ids.ts';
import type { Origin } from '../shape.ts';
import { readBoard } from '../snapshot.ts';
import { reorderElement } from './reorder-element.ts';

/** Above all others, above the next one, below the next one, below all. */
export type Stacking = 'front' | 'forward' | 'backward' | 'back';

/**
 * Lays things above or below those that lie in the same area. Several keep their order among each other; areas pass areas only,
 * because what lies in an area is never below it. The next one is the next that is touched, where any is. Answers how many have
 * moved.
 */
export function stackElements(
	docs: BoardDocs,
	ids: readonly string[],
	way: Stacking,
	origin: Origin,
	random: Random
): Result<number> {
	const up = way === 'front' || way === 'forward';
	const chosen = readBoard(docs).elements.filter(({ id, type }) => ids.includes(id) && !definitionOf(type).joins);
	let moved = 0;
	// The one that is farthest goes first, so that none of them passes another.
	for (const { id } of up ? chosen.toReversed() : chosen) {
		const other = otherOf(id, readBoard(docs), new Set(ids), way);
		if (!other) continue;
		const done = reorderElement(docs, id, up ? { behind: other.id } : { before: other.id }, origin, random);
		if (!done.ok) return done;
		moved++;
	}
	return ok(moved);
}

/** The one above or below which an element comes to lie. */
function otherOf(
	id: string,
	board: BoardSnapshot,
	chosen: ReadonlySet<string>,
	way: Stacking
): BoardElement | undefined {
	const element = board.byId.get(id);
	if (!element) return undefined;
	const { keepsContent } = definitionOf(element.type);
	const row = board.children.get(element.parent) ?? [];
	const at = row.indexOf(element);
	const up = way === 'front' || way === 'forward';
	const passed = (up ? row.slice(at + 1) : row.slice(0, at).toReversed()).filter(
		(other) => !chosen.has(other.id) && definitionOf(other.type).keepsContent === keepsContent
	);
	if (way === 'front' || way === 'back') return passed.at(-1);
	return passed.find((other) => touch(element, other)) ?? passed[0];
}

function touch(a: BoardElement, b: BoardElement): boolean {
	return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
