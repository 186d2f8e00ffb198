import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { idOf, isTextBlock } from './rewording.ts';

/** Neighbouring blocks in a text: the way to what holds them, from which of its children to which, the last excluded. */
export interface Place {
	readonly parent: readonly number[];
	readonly from: number;
	readonly to: number;
}

/** Where every paragraph and heading of a text lies, by its id. */
export type Ways = ReadonlyMap<string, readonly number[]>;

/** The ways to all paragraphs and headings that have an id. */
export function waysIn(doc: Doc): Ways {
	const ways = new Map<string, readonly number[]>();
	const walk = (node: DocNode, way: readonly number[]) => {
		const id = isTextBlock(node) ? idOf(node) : null;
		if (id !== null && !ways.has(id)) ways.set(id, way);
		else node.content?.forEach((child, at) => walk(child, [...way, at]));
	};
	walk(doc, []);
	return ways;
}

/**
 * Where the blocks of a rewording stand today, or null when none of them does any more. A block is known by the paragraphs in it, so it may
 * have moved with all that holds it.
 */
export function findPlace(doc: Doc, before: readonly DocNode[], ways: Ways = waysIn(doc)): Place | null {
	const found = before.map((node) => wayTo(doc, node, ways)).filter((way) => way !== null);
	const [first, last] = [found[0], found.at(-1)];
	if (!first || !last) return null;
	const parent = first.slice(0, -1);
	const [from, to] = [first.at(-1)!, last.at(-1)! + 1];
	const beside = found.every((way) => way.length === first.length && parent.every((step, at) => step === way[at]));
	return beside && from < to ? { parent, from, to } : null;
}

/** The way to the block that holds what the given one held. */
function wayTo(doc: Doc, node: DocNode, ways: Ways): readonly number[] | null {
	for (const { id, depth } of placesIn(node, 0)) {
		const way = ways.get(id);
		if (!way || way.length <= depth) continue;
		const above = way.slice(0, way.length - depth);
		const holder = nodeAt(doc, above);
		if (holder && (holder.type === node.type || isTextBlock(node) === isTextBlock(holder))) return above;
	}
	return null;
}

/** The ids in a node, and how far below it each lies. */
function placesIn(node: DocNode, depth: number): { id: string; depth: number }[] {
	const id = isTextBlock(node) ? idOf(node) : null;
	if (id !== null) return [{ id, depth }];
	return (node.content ?? []).flatMap((child) => placesIn(child, depth + 1));
}

/** The node at the end of a way. */
export function nodeAt(doc: Doc, way: readonly number[]): DocNode | undefined {
	return way.reduce<DocNode | undefined>((node, step) => node?.content?.[step], doc);
}
