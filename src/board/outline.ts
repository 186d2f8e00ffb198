import type { BoardElement, BoardSnapshot } from './board-element.ts';
import { definitionOf } from './elements.ts';
import type { ElementDescription } from './description.ts';

/** One entry of the list view, with what lies in it. */
export interface OutlineItem {
	element: BoardElement;
	/** 0 for what lies on the bare board. */
	level: number;
	description: ElementDescription;
	children: readonly OutlineItem[];
}

/** The whole board to be read from top to bottom: everything that is shown is in it exactly once. */
export interface Outline {
	areas: readonly OutlineItem[];
	/** What lies in no area. */
	unsorted: readonly OutlineItem[];
	connectors: readonly OutlineItem[];
}

/**
 * The board as a list, in the common order of its elements, which people change by moving an entry up or down. Dragging a
 * note about does not make the list jump under the hands of somebody who reads it.
 */
export function outlineOf(board: BoardSnapshot): Outline {
	const top = itemsIn(null, board);
	return {
		areas: top.filter(({ element }) => definitionOf(element.type).canContain),
		unsorted: top.filter(({ element }) => !definitionOf(element.type).canContain),
		connectors: board.elements
			.filter((element) => definitionOf(element.type).joins)
			.map((element) => itemOf(element, board))
	};
}

/** The ids of everything placed, in the order in which Tab or a reader comes by. */
export function readingOrder(outline: Outline): string[] {
	const ids: string[] = [];
	const visit = (items: readonly OutlineItem[]) => {
		for (const { element, children } of items) {
			ids.push(element.id);
			visit(children);
		}
	};
	visit(outline.areas);
	visit(outline.unsorted);
	return ids;
}

/** The first one of that order, for which nothing else has to be put in order. */
export function firstToRead({ children }: BoardSnapshot): string | null {
	const top = children.get(null) ?? [];
	return (top.find(({ type }) => definitionOf(type).canContain) ?? top[0])?.id ?? null;
}

function itemsIn(parent: string | null, board: BoardSnapshot): OutlineItem[] {
	return withPins(board.children.get(parent) ?? []).map((element) => itemOf(element, board));
}

/** What stands on another thing comes right behind it. */
function withPins(here: readonly BoardElement[]): readonly BoardElement[] {
	if (here.every(({ on }) => on === undefined)) return here;
	const grounds = new Set(here.filter(({ on }) => on === undefined).map(({ id }) => id));
	const isPin = ({ on }: BoardElement) => on !== undefined && grounds.has(on);
	const pins = here.filter(isPin);
	return here
		.filter((element) => !isPin(element))
		.flatMap((element) => [element, ...pins.filter(({ on }) => on === element.id)]);
}

function itemOf(element: BoardElement, board: BoardSnapshot): OutlineItem {
	return {
		element,
		level: element.depth,
		description: definitionOf(element.type).describe(element, board),
		children: itemsIn(element.id, board)
	};
}
