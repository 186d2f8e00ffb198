import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { mergeNodes } from './merge.ts';
import { findPlace, nodeAt, type Place, type Ways } from './place.ts';
import { areSame, idOf, idsIn, isTextBlock, type Rewording } from './rewording.ts';

/**
 * What a rewording means for a text as it stands: it fits, and `after` is what would stand at its place; the text says so already; the same
 * sentence says something else by now; or the passage is gone.
 */
export type Standing =
	| { kind: 'fits'; place: Place; after: readonly DocNode[] }
	| { kind: 'said'; place: Place }
	| { kind: 'disputed'; place: Place }
	| { kind: 'gone' };

/** How a rewording stands towards a text. Whoever asks for many brings the ways of the text along. */
export function standingOf(doc: Doc, { before, after }: Rewording, ways?: Ways): Standing {
	const place = findPlace(doc, before, ways);
	if (!place) return { kind: 'gone' };
	const now = blocksAt(doc, place);
	const merged = mergeNodes(before, after, now);
	if (merged === null) return { kind: 'disputed', place };
	return areSame(merged, now) ? { kind: 'said', place } : { kind: 'fits', place, after: merged };
}

/** The text as a rewording that fits would have it. */
export const accepted = (doc: Doc, { place, after }: Extract<Standing, { kind: 'fits' }>): Doc =>
	put(doc, place, withoutTakenIds(after, doc, place));

/** The blocks at a place. */
export function blocksAt(doc: Doc, { parent, from, to }: Place): readonly DocNode[] {
	return nodeAt(doc, parent)?.content?.slice(from, to) ?? [];
}

/** The text with other blocks at a place; whatever would be left empty by it goes, too. */
function put(doc: Doc, { parent, from, to }: Place, blocks: readonly DocNode[]): Doc {
	const rebuilt = rebuild(doc, parent, (content) => [...content.slice(0, from), ...blocks, ...content.slice(to)]);
	return { ...rebuilt, type: 'doc' };
}

function rebuild(
	node: DocNode,
	[step, ...further]: readonly number[],
	change: (content: readonly DocNode[]) => readonly DocNode[]
): DocNode {
	const content = node.content ?? [];
	if (step === undefined) return filled(node, change(content));
	const child = rebuild(content[step]!, further, change);
	const kept = (child.content ?? []).length > 0 || !needsContent(child);
	return filled(node, [...content.slice(0, step), ...(kept ? [child] : []), ...content.slice(step + 1)]);
}

/** What holds paragraphs is never without one, and an item begins with one; what holds items or rows goes with the last of them. */
function filled(node: DocNode, content: readonly DocNode[]): DocNode {
	if (needsContent(node)) return { ...node, content };
	const lacks = content.length === 0 || (/Item$/.test(node.type) && content[0]?.type !== 'paragraph');
	return { ...node, content: lacks ? [{ type: 'paragraph' }, ...content] : content };
}

const needsContent = ({ type }: DocNode): boolean => /List$|^table$|^tableRow$/.test(type);

/** A new paragraph keeps the id it came with, unless another one in the text has it. */
function withoutTakenIds(blocks: readonly DocNode[], doc: Doc, place: Place): DocNode[] {
	const here = new Set(blocksAt(doc, place).flatMap(idsIn));
	const taken = new Set(idsIn(doc).filter((id) => !here.has(id)));
	const freed = (node: DocNode): DocNode => {
		if (!isTextBlock(node)) return node.content ? { ...node, content: node.content.map(freed) } : node;
		const id = idOf(node);
		if (id === null || !taken.has(id)) {
			if (id !== null) taken.add(id);
			return node;
		}
		return { ...node, attrs: Object.fromEntries(Object.entries(node.attrs ?? {}).filter(([name]) => name !== 'id')) };
	};
	return blocks.map(freed);
}
