import { canonicalJson } from '#domain/texts/canonical-json.ts';
import type { BoardElement, BoardSnapshot, ShownType } from './board-element.ts';
import { isCluster } from './cluster.ts';
import type { Colour } from './colours.ts';
import type { ElementDescription } from './description.ts';
import { definitionOf } from './elements.ts';
import { ownFieldsOf } from './own-fields.ts';

/** In what an element is another than it was. Areas are told by their titles, null is the bare board. */
export type Change =
	| { of: 'text'; before: string; after: string }
	| { of: 'area'; before: string | null; after: string | null }
	| { of: 'colour'; before: Colour; after: Colour }
	| { of: 'lock'; locked: boolean }
	| { of: 'kind' | 'place' | 'size' | 'fields' };

/** What became of an element: thrown away, gone for good, new, taken out of the bin again, or another than it was. */
export type Fate = 'binned' | 'purged' | 'new' | 'returned' | 'changed';

/** An element in which two states of a board differ. */
export interface Difference {
	id: string;
	fate: Fate;
	/** What it was, null where it was not to be seen. */
	then: { type: ShownType; says: ElementDescription } | null;
	/** What it is, null where it is no longer to be seen. */
	now: { type: ShownType; says: ElementDescription } | null;
	changes: readonly Change[];
}

/**
 * In which elements a board differs from what it was, first what was there, in its order. The order itself does not count, nor what only
 * follows: what lies in an area has not moved with it, is not gone with it, and an arrow waits for its end.
 */
export function compareBoards(then: BoardSnapshot, now: BoardSnapshot): Difference[] {
	const ids = new Set([...then.byId.keys(), ...now.byId.keys()]);
	return [...ids].flatMap((id) => {
		const [before, after] = [then.byId.get(id), now.byId.get(id)];
		const [was, is] = [before?.deleted ? undefined : before, after?.deleted ? undefined : after];
		const changes = was && is ? changesOf({ element: was, board: then }, { element: is, board: now }) : [];
		if (was && is ? changes.length === 0 : !was && !is) return [];
		const fate = was ? (is ? 'changed' : after ? 'binned' : 'purged') : before ? 'returned' : 'new';
		return { id, fate, then: told(was, then), now: told(is, now), changes };
	});
}

interface Seen {
	element: BoardElement;
	board: BoardSnapshot;
}

function changesOf(then: Seen, now: Seen): Change[] {
	const [was, is] = [then.element, now.element];
	const changes: Change[] = [];
	if (was.text !== is.text) changes.push({ of: 'text', before: was.text, after: is.text });
	if (was.type !== is.type) changes.push({ of: 'kind' });
	if (!definitionOf(is.type).joins && was.on === undefined) changes.push(...movesOf(then, now));
	if (was.colour !== is.colour) changes.push({ of: 'colour', before: was.colour, after: is.colour });
	if (was.layer !== is.layer) changes.push({ of: 'lock', locked: is.layer === 'scaffold' });
	if (was.type === is.type && canonicalJson(ownWord(was)) !== canonicalJson(ownWord(is)))
		changes.push({ of: 'fields' });
	return changes;
}

function movesOf(then: Seen, now: Seen): Change[] {
	const [was, is] = [then.element, now.element];
	const before = holds(then, is.parent) ? is.parent : was.parent;
	const after = holds(now, was.parent) ? was.parent : is.parent;
	const changes: Change[] = [];
	if (before !== after)
		changes.push({ of: 'area', before: titleOf(before, then.board), after: titleOf(after, now.board) });
	else if (!isNear(placeIn(before, then), placeIn(after, now))) changes.push({ of: 'place' });
	if (!isNear([was.w, was.h], [is.w, is.h])) changes.push({ of: 'size' });
	return changes;
}

/** Whether an area in the bin still holds an element, which then is seen in what lies around that area. */
function holds({ element, board }: Seen, area: string | null): boolean {
	const around = board.byId.get(area ?? '');
	return around?.deleted !== undefined && around.parent === element.parent;
}

function placeIn(area: string | null, { element, board }: Seen): [number, number] {
	const around = board.byId.get(area ?? '');
	return [element.x - (around?.x ?? 0), element.y - (around?.y ?? 0)];
}

/** Places on the board are sums, which are not exact. */
const isNear = (a: readonly [number, number], b: readonly [number, number]) =>
	Math.abs(a[0] - b[0]) < 0.01 && Math.abs(a[1] - b[1]) < 0.01;

const titleOf = (area: string | null, board: BoardSnapshot) =>
	area === null ? null : (board.byId.get(area)?.text ?? null);

/** What only its kind says of an element, without what the server tells, and without who holds it locked. */
function ownWord(element: BoardElement): Record<string, unknown> {
	const own: Record<string, unknown> = { ...ownFieldsOf(element.type, element), cluster: isCluster(element) };
	for (const name of definitionOf(element.type).toldByServer ?? []) delete own[name];
	return own;
}

function told(element: BoardElement | undefined, board: BoardSnapshot): Difference['then'] {
	return element ? { type: element.type, says: definitionOf(element.type).describe(element, board) } : null;
}
