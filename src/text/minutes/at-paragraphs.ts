import { docToPlain, type Doc, type DocNode } from '#domain/texts/doc.ts';
import { linesOf, textBlocksIn, type LineRange } from '../amendments/passage.ts';
import { blocksAt } from '../rewordings/apply.ts';
import { findPlace, waysIn } from '../rewordings/place.ts';
import { idOf, idsIn, type Rewording } from '../rewordings/rewording.ts';

/** A passage of a text with what is about it. */
export interface Passage<T> {
	/** Its lines; null where it has no words. */
	readonly lines: LineRange | null;
	/** How it begins. */
	readonly words: string;
	readonly items: readonly T[];
}

/** So much of a passage tells which one it is. */
const beginning = 80;

/**
 * What is about a text, passage by passage in the order of the text; what begins with the same paragraph stands together, in the order in which
 * it came. What stands no more in the text is apart.
 */
export function atParagraphs<T extends Rewording>(
	doc: Doc,
	items: readonly T[]
): { passages: Passage<T>[]; unanchored: T[] } {
	const ways = waysIn(doc);
	const order = [...ways.keys()];
	const found = new Map<string, { blocks: readonly DocNode[]; items: T[] }>();
	const unanchored: T[] = [];
	for (const item of items) {
		const place = findPlace(doc, item.before, ways) ?? findPlace(doc, item.after, ways);
		const blocks = place ? blocksAt(doc, place) : [];
		const [first] = blocks.flatMap(idsIn);
		if (first === undefined) unanchored.push(item);
		else {
			const passage = found.get(first) ?? { blocks, items: [] };
			passage.items.push(item);
			// The heading names the longest passage that something here is about.
			found.set(first, blocks.length > passage.blocks.length ? { ...passage, blocks } : passage);
		}
	}
	const inOrder = [...found].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
	return {
		passages: inOrder.map(([first, { blocks, items }]) => ({
			lines: linesOf(doc, blocks),
			words: beginningOf(blocks, first),
			items
		})),
		unanchored
	};
}

function beginningOf(blocks: readonly DocNode[], id: string): string {
	const node = textBlocksIn(blocks).find((each) => idOf(each) === id);
	const words = node ? docToPlain(node).replaceAll('\n', ' ').trim() : '';
	if (words.length <= beginning) return words;
	const blank = words.lastIndexOf(' ', beginning);
	return `${words.slice(0, blank > 0 ? blank : beginning)} …`;
}
