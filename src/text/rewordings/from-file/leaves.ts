import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { isTextBlock } from '../rewording.ts';

/** A paragraph or heading that says something, with what lies around it. */
export interface Leaf {
	readonly node: DocNode;
	/** From the text down to it. */
	readonly way: readonly number[];
	readonly words: string;
	/** The list in which it lies, or null. */
	readonly list: DocNode | null;
	/** The item of that list, and how far down the way it lies. */
	readonly item: { readonly node: DocNode; readonly depth: number } | null;
	readonly inTable: boolean;
}

/** All paragraphs and headings of a text that say something, in reading order. */
export function leavesOf(doc: Doc): Leaf[] {
	const leaves: Leaf[] = [];
	const walk = (node: DocNode, way: readonly number[], around: Pick<Leaf, 'list' | 'item' | 'inTable'>) => {
		if (isTextBlock(node)) {
			const words = wordsIn(node.content ?? []);
			if (words.trim() !== '') leaves.push({ node, way, words, ...around });
			return;
		}
		const inside = {
			list: /List$/.test(node.type) ? node : around.list,
			item: /Item$/.test(node.type) ? { node, depth: way.length } : around.item,
			inTable: around.inTable || node.type === 'table'
		};
		node.content?.forEach((child, at) => walk(child, [...way, at], inside));
	};
	walk(doc, [], { list: null, item: null, inTable: false });
	return leaves;
}

/** The words of a paragraph, with its line breaks. */
export const wordsIn = (content: readonly DocNode[]): string =>
	content.map(({ type, text = '' }) => (type === 'text' ? text : '\n')).join('');
