import { diffArrays } from 'diff';
import type { Doc, DocMark, DocNode } from '#domain/texts/doc.ts';
import { idOf, isTextBlock, keyOf } from '../rewordings/rewording.ts';
import { textBlocksIn } from './passage.ts';

/**
 * A text with what became of an earlier one in it: new words carry the mark `inserted`, and words that went stand as nodes `removed` where
 * they stood. It is for reading only; such nodes have no line and are in no version.
 */
export function marked(before: Doc, after: Doc): Doc {
	const old = textBlocksIn([before]);
	const kept = new Set(textBlocksIn([after]).map(idOf));
	const byId = new Map(old.map((node) => [idOf(node), node]));
	const lost = lostAfter(old, kept);
	const mark = (node: DocNode): DocNode => {
		if (!isTextBlock(node)) return node.content ? { ...node, content: node.content.map(mark) } : node;
		const [id, earlier] = [idOf(node), byId.get(idOf(node))];
		const words = markedWords(earlier?.content ?? [], node.content ?? []);
		return { ...node, content: [...words, ...(id === null ? [] : (lost.get(id) ?? []))] };
	};
	const text = { ...mark(after), type: 'doc' as const };
	const above = lost.get('');
	return above ? { ...text, content: [{ type: 'paragraph', content: above }, ...(text.content ?? [])] } : text;
}

/** The words of paragraphs that are gone, by the id of the paragraph above them that is still there; '' is the beginning. */
function lostAfter(old: readonly DocNode[], kept: ReadonlySet<string | null>): ReadonlyMap<string, DocNode[]> {
	const lost = new Map<string, DocNode[]>();
	let above = '';
	for (const node of old) {
		const id = idOf(node);
		if (id !== null && kept.has(id)) {
			above = id;
			continue;
		}
		const words = (node.content ?? []).map(plainOf).join('');
		if (words.trim() !== '') lost.set(above, [...(lost.get(above) ?? []), removed(`${above && '\n'}${words}`)]);
	}
	return lost;
}

interface Token {
	node: DocNode;
	text: string;
}

function markedWords(before: readonly DocNode[], after: readonly DocNode[]): DocNode[] {
	const content: DocNode[] = [];
	for (const part of diffArrays(tokensOf(before), tokensOf(after), { comparator: (a, b) => a.text === b.text })) {
		if (part.removed) content.push(removed(part.value.map(({ text }) => text).join('')));
		else for (const token of part.value) push(content, token, part.added);
	}
	return content;
}

const inserted: DocMark = { type: 'inserted' };
const removed = (text: string): DocNode => ({ type: 'removed', text });

/** Neighbouring words with the same marks become one stretch. */
function push(content: DocNode[], { node, text }: Token, isNew: boolean): void {
	if (node.type !== 'text') return void content.push(node);
	const marks = [...(isNew ? [inserted] : []), ...(node.marks ?? [])];
	const last = content.at(-1);
	const alike = last?.type === 'text' && marksKey(last.marks ?? []) === marksKey(marks);
	if (alike) content[content.length - 1] = { ...last, text: `${last.text}${text}` };
	else content.push({ type: 'text', text, ...(marks.length > 0 && { marks }) });
}

const marksKey = (marks: readonly DocMark[]): string => keyOf({ type: 'marks', marks });
const plainOf = ({ type, text = '' }: DocNode): string => (type === 'hardBreak' ? '\n' : text);

/** Words, blanks between them and each sign for itself, each with the node that it stands in. */
function tokensOf(content: readonly DocNode[]): Token[] {
	return content.flatMap((node) => {
		const words = node.type === 'text' ? (node.text ?? '').match(/[\p{L}\p{N}\p{M}]+|\s+|[^]/gu) : ['\n'];
		return (words ?? []).map((text) => ({ node, text }));
	});
}
