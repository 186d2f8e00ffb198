import type { DocNode } from '#domain/texts/doc.ts';
import { alignRows, type Pairs } from './align.ts';
import { keyOf } from './rewording.ts';

/** A sentence of a paragraph, or what stands between two breaks: pieces of text with their marks. */
export type Sentence = readonly DocNode[];

/** Where a sentence ends: a sign, perhaps quotation marks behind it, and blanks. */
const sentenceEnd = /[.!?…]["'“”»«)\]]*\s+/gu;

/** The content of a paragraph, sentence by sentence; nothing is left out. */
export function sentencesOf(content: readonly DocNode[]): Sentence[] {
	const words = content.map(({ type, text = '' }) => (type === 'text' ? text : '\n')).join('');
	const ends = [...words.matchAll(sentenceEnd)].map(({ 0: sign, index }) => index + sign.length);
	for (let at = words.indexOf('\n'); at >= 0; at = words.indexOf('\n', at + 1)) ends.push(at + 1);
	return cutAt(
		content,
		[...new Set(ends)].sort((a, b) => a - b)
	);
}

function cutAt(content: readonly DocNode[], ends: readonly number[]): Sentence[] {
	const sentences: DocNode[][] = [[]];
	let [at, next] = [0, 0];
	for (const node of content) {
		const length = node.type === 'text' ? (node.text ?? '').length : 1;
		for (let done = 0; done < length;) {
			while (next < ends.length && ends[next]! <= at + done) {
				if (sentences.at(-1)!.length > 0) sentences.push([]);
				next++;
			}
			const until = Math.min(length, (ends[next] ?? Infinity) - at);
			sentences.at(-1)!.push(node.type === 'text' ? { ...node, text: node.text!.slice(done, until) } : node);
			done = until;
		}
		at += length;
	}
	return sentences.filter((sentence) => sentence.length > 0);
}

/** Sentences as the content of a paragraph: neighbouring pieces with the same marks are one, as the editor has it. */
export function contentOf(sentences: readonly Sentence[]): DocNode[] {
	const content: DocNode[] = [];
	for (const node of sentences.flat()) {
		const last = content.at(-1);
		if (node.type === 'text' && last?.type === 'text' && marksOf(node) === marksOf(last))
			content[content.length - 1] = { ...last, text: `${last.text}${node.text}` };
		else content.push(node);
	}
	return content;
}

const marksOf = ({ marks = [] }: DocNode): string => keyOf({ type: 'marks', marks });

/** A sentence in one string, for comparing. */
export const sentenceKey = (sentence: Sentence): string => contentOf([sentence]).map(keyOf).join();

/** Which sentence has become which: the same ones, and between them, where there are as many as before, each in its order. */
export function alignSentences(one: readonly Sentence[], other: readonly Sentence[]): Pairs {
	return alignRows(one.map(sentenceKey), other.map(sentenceKey), ({ one: [from, to], other: [start, end] }) =>
		to - from === end - start ? Array.from({ length: to - from }, (_, at) => [from + at, start + at]) : []
	);
}
