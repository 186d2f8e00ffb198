import type { Doc, DocNode } from '#domain/texts/doc.ts';

/** So many characters a line has at most: as many as stand beside each other on paper, and are read well. */
export const lineLength = 72;

/** The lines of one paragraph, heading or item: the number of the first one, and with which characters they begin. */
export interface Lines {
	first: number;
	starts: readonly number[];
}

/**
 * Numbers the lines of a version. Lines end by the number of their characters and not by the width of a screen, so that line 31 begins with
 * the same word on a phone, on the projector and on paper, for ever.
 */
export function numberLines(doc: Doc): ReadonlyMap<DocNode, Lines> {
	const numbered = new Map<DocNode, Lines>();
	let next = 1;
	const walk = (node: DocNode) => {
		if (!isTextBlock(node)) return node.content?.forEach(walk);
		const starts = lineStarts(wordsOf(node));
		numbered.set(node, { first: next, starts });
		next += starts.length;
	};
	walk(doc);
	return numbered;
}

/** With which characters the lines of some words begin; words without a letter have no line. */
export function lineStarts(words: string): number[] {
	const starts: number[] = [];
	let from = 0;
	for (const part of words.split('\n')) {
		if (part.trim() !== '') for (let at = 0; at < part.length; at = endOfLine(part, at)) starts.push(from + at);
		from += part.length + 1;
	}
	return starts;
}

/** Where the line after the one that begins here begins: behind the last blank that fits, or in the middle of a word that is too long. */
function endOfLine(words: string, start: number): number {
	if (words.length - start <= lineLength) return words.length;
	const blank = words.lastIndexOf(' ', start + lineLength);
	if (blank > start) return blank + 1;
	const end = start + lineLength;
	return isSecondHalf(words.charCodeAt(end)) ? end + 1 : end;
}

/** Whether this is the second half of a character that takes two, as of a picture. */
const isSecondHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

const isTextBlock = ({ type }: DocNode): boolean => type === 'paragraph' || type === 'heading';

/** The words of a paragraph as lines count them: a break is one character, and what went has no line. */
export function wordsOf({ content = [] }: DocNode): string {
	return content.map(({ type, text = '' }) => (type === 'hardBreak' ? '\n' : type === 'removed' ? '' : text)).join('');
}

/** A place in the words of a paragraph at which a line begins. */
export interface LineMark {
	type: 'line';
	number: number;
}

/** The content of a paragraph with a mark wherever one of its lines begins. */
export function withLineMarks(content: readonly DocNode[], { first, starts }: Lines): (DocNode | LineMark)[] {
	const marked: (DocNode | LineMark)[] = [];
	let [from, at] = [0, 0];
	const markHere = () => {
		if (starts[at] === from) marked.push({ type: 'line', number: first + at++ });
	};
	for (const node of content) {
		const text = node.text ?? '';
		if (node.type === 'removed') {
			marked.push(node);
			continue;
		}
		if (node.type === 'hardBreak') {
			marked.push(node);
			from += 1;
			continue;
		}
		for (let done = 0; done < text.length;) {
			markHere();
			const next = Math.min(starts[at] ?? Infinity, from + text.length - done) - from;
			marked.push({ ...node, text: text.slice(done, done + next) });
			done += next;
			from += next;
		}
	}
	return marked;
}
