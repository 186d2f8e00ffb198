import type { BoardElement, BoardSnapshot } from './board-element.ts';
import { definitionOf } from './elements.ts';
import { inOrder } from './order.ts';

/** Sorts what is shown from the bin and from what is loose, and gathers what lies in each area. */
export function sortOut(all: readonly BoardElement[]): BoardSnapshot {
	const elements: BoardElement[] = [];
	const deletedElements: BoardElement[] = [];
	const looseConnectors: BoardElement[] = [];
	const byId = new Map<string, BoardElement>();
	const children = new Map<string | null, BoardElement[]>();
	for (const element of [...all].sort(inOrder)) {
		byId.set(element.id, element);
		if (element.deleted) deletedElements.push(element);
		else if (element.loose) looseConnectors.push(element);
		else elements.push(element);
		if (element.deleted || definitionOf(element.type).joins) continue;
		const siblings = children.get(element.parent);
		if (siblings) siblings.push(element);
		else children.set(element.parent, [element]);
	}
	deletedElements.sort((a, b) => (b.deleted?.at ?? 0) - (a.deleted?.at ?? 0) || inOrder(a, b));
	return { elements, deletedElements, looseConnectors, byId, children };
}

/** The same snapshot with some elements renewed that stay in the same lists and at the same place in their order, or that have been added. */
export function renew(board: BoardSnapshot, fresh: readonly BoardElement[], added: ReadonlySet<string>): BoardSnapshot {
	const elements = [...board.elements];
	const byId = added.size > 0 ? withAdded(board, fresh, added) : new Map(board.byId);
	const children = new Map(board.children);
	const copied = new Map<string | null, BoardElement[]>();
	for (const element of fresh) {
		byId.set(element.id, element);
		put(elements, element, added);
		if (definitionOf(element.type).joins) continue;
		const siblings = copied.get(element.parent) ?? [...(children.get(element.parent) ?? [])];
		put(siblings, element, added);
		copied.set(element.parent, siblings);
		children.set(element.parent, siblings);
	}
	const looseConnectors = board.looseConnectors.map((element) => byId.get(element.id) ?? element);
	return { ...board, elements, looseConnectors, byId, children };
}

/** Everything by its id, in the common order, so that what was added piece by piece reads like what was read at once. */
function withAdded(
	board: BoardSnapshot,
	fresh: readonly BoardElement[],
	added: ReadonlySet<string>
): Map<string, BoardElement> {
	const all = [...board.byId.values()];
	for (const element of fresh) if (added.has(element.id)) put(all, element, added);
	return new Map(all.map((element) => [element.id, element]));
}

/** Puts an element in the place of the one that compares equal, in a list that is in order; one that was added between its neighbours. */
function put(list: BoardElement[], element: BoardElement, added: ReadonlySet<string>): void {
	let [low, high] = [0, list.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const there = list[middle];
		if (there && inOrder(there, element) < 0) low = middle + 1;
		else high = middle;
	}
	if (list[low]?.id === element.id) list[low] = element;
	else if (added.has(element.id)) list.splice(low, 0, element);
}
