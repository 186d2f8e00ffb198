import { canonicalJson } from './canonical-json.ts';
import type { Doc, DocMark, DocNode } from './doc.ts';
import { cleanCharacters } from './normal-form.ts';

/**
 * A formatted text in normal form, so that the same words in the same shape always have the same fingerprint: characters
 * in normal form, neighbouring stretches with the same formatting joined, no blanks at the end of a line, no attributes
 * without a value, no empty paragraphs at the ends.
 */
export function normaliseDoc(doc: Doc): Doc {
	const normal = normaliseNode(doc);
	const content = withoutEmptyEnds(normal.content ?? [], isFilled);
	return { ...normal, type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** Whether two texts say the same in the same shape, however they were typed. */
export function saysTheSame(a: Doc, b: Doc): boolean {
	const [some, others] = [a, b].map(({ content = [] }) =>
		withoutEmptyEnds(content.map(readNormal), (one) => one.filled)
	);
	return some!.length === others!.length && some!.every(({ key }, at) => key === others![at]!.key);
}

interface Normal {
	/** What it says in normal form, in one string. */
	readonly key: string;
	readonly filled: boolean;
}
const normals = new WeakMap<DocNode, Normal>();

/** What a block says. Blocks never change, so whoever asks again while somebody writes in a long text pays for the one that is new. */
function readNormal(block: DocNode): Normal {
	let normal = normals.get(block);
	if (!normal) {
		const node = normaliseNode(block);
		normals.set(block, (normal = { key: canonicalJson(node), filled: isFilled(node) }));
	}
	return normal;
}

function normaliseNode(node: DocNode): DocNode {
	const { type, text } = node;
	const attrs = withValues(node.attrs);
	const marks = normaliseMarks(node.marks);
	const content = normaliseContent(node.content ?? []);
	return {
		type,
		...(attrs && { attrs }),
		...(content.length > 0 && { content }),
		...(marks.length > 0 && { marks }),
		...(text !== undefined && { text })
	};
}

function normaliseContent(content: readonly DocNode[]): DocNode[] {
	const joined = join(content.map(cleanNode).filter(hasWords).map(normaliseNode)).map(cleanNode);
	return trimLineEnds(joined);
}

const cleanNode = (node: DocNode): DocNode =>
	node.type === 'text' ? { ...node, text: cleanCharacters(node.text ?? '') } : node;

const hasWords = (node: DocNode): boolean => node.type !== 'text' || node.text !== '';

function join(nodes: readonly DocNode[]): DocNode[] {
	const joined: DocNode[] = [];
	for (const node of nodes) {
		const last = joined.at(-1);
		if (node.type === 'text' && last?.type === 'text' && sameMarks(node, last))
			joined[joined.length - 1] = { ...last, text: `${last.text}${node.text}` };
		else joined.push(node);
	}
	return joined;
}

/** Walks backwards, because a stretch that was only blanks hands the end of the line to the one before it. */
function trimLineEnds(nodes: readonly DocNode[]): DocNode[] {
	const kept: DocNode[] = [];
	let atLineEnd = true;
	for (const node of [...nodes].reverse()) {
		const trimmed = node.type === 'text' ? { ...node, text: trimText(node.text ?? '', atLineEnd) } : node;
		if (!hasWords(trimmed)) continue;
		kept.push(trimmed);
		atLineEnd = node.type === 'hardBreak';
	}
	return kept.reverse();
}

function trimText(text: string, atLineEnd: boolean): string {
	const lines = text.split('\n');
	return lines.map((line, at) => (atLineEnd || at < lines.length - 1 ? line.trimEnd() : line)).join('\n');
}

const isFilled = ({ type, content = [] }: DocNode): boolean =>
	type !== 'paragraph' || content.some((node) => node.type !== 'hardBreak');

function withoutEmptyEnds<T>(blocks: readonly T[], isFilled: (block: T) => boolean): readonly T[] {
	const first = blocks.findIndex(isFilled);
	return first < 0 ? [] : blocks.slice(first, blocks.findLastIndex(isFilled) + 1);
}

function withValues(attrs: DocNode['attrs']): DocNode['attrs'] {
	const kept = Object.entries(attrs ?? {}).filter(([, value]) => value !== null && value !== undefined);
	return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function normaliseMarks(marks: readonly DocMark[] | undefined): DocMark[] {
	return (marks ?? [])
		.map(({ type, attrs }) => ({ type, ...(withValues(attrs) && { attrs: withValues(attrs) }) }))
		.sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
}

const sameMarks = (a: DocNode, b: DocNode): boolean => canonicalJson(a.marks ?? []) === canonicalJson(b.marks ?? []);
