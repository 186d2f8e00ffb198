import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { numberLines, wordsOf, type Lines } from '../numbered-lines.ts';
import { accepted, standingOf } from '../rewordings/apply.ts';
import { changesBetween } from '../rewordings/changes.ts';
import { idsIn, isTextBlock, type Rewording } from '../rewordings/rewording.ts';

/** The numbers of the first and the last line of something. */
export interface LineRange {
	readonly first: number;
	readonly last: number;
}

/** The last line of a version; 0 where it has none. */
export function lastLineOf(doc: Doc): number {
	return Math.max(0, ...[...numberLines(doc).values()].map(({ first, starts }) => first + starts.length - 1));
}

/** The blocks of a version that hold these lines: whole paragraphs, and whole lists. */
export function blocksAtLines(doc: Doc, { first, last }: LineRange): readonly DocNode[] {
	const lines = numberLines(doc);
	const within = (own: Lines | undefined) =>
		own !== undefined && own.starts.length > 0 && own.first <= last && own.first + own.starts.length - 1 >= first;
	const content = doc.content ?? [];
	const hits = content.flatMap((block, at) =>
		textBlocksIn([block]).some((each) => within(lines.get(each))) ? [at] : []
	);
	return hits.length === 0 ? [] : content.slice(hits[0], hits.at(-1)! + 1);
}

/** The lines of whole blocks of a version, or null where they have none. */
export function linesOf(doc: Doc, blocks: readonly DocNode[]): LineRange | null {
	const lines = numberLines(doc);
	const own = textBlocksIn(blocks).flatMap((node) => lines.get(node) ?? []);
	const numbered = own.filter(({ starts }) => starts.length > 0);
	const [first, last] = [numbered[0], numbered.at(-1)];
	return first && last ? { first: first.first, last: last.first + last.starts.length - 1 } : null;
}

/** What a suggestion for the live text would be in a version: whole paragraphs and lists; null where it has no place there. */
export function carriedOver(doc: Doc, rewording: Rewording): Rewording | null {
	const standing = standingOf(doc, rewording);
	if (standing.kind !== 'fits') return null;
	const { parent, from, to } = standing.place;
	const [start, end] = parent.length > 0 ? [parent[0]!, parent[0]! + 1] : [from, to];
	const [old, young] = [doc.content ?? [], accepted(doc, standing).content ?? []];
	return { before: old.slice(start, end), after: young.slice(start, end + young.length - old.length) };
}

/**
 * Blocks in which every paragraph that was typed anew in the place of another has the id of that one: somebody who selects all and writes
 * has changed a paragraph, not brought another one.
 */
export function withOldIds(before: readonly DocNode[], after: readonly DocNode[]): readonly DocNode[] {
	const [old, young] = [before, after].map((nodes) => nodes.flatMap(idsIn)) as [string[], string[]];
	const blocks = textBlocksIn(after);
	if (old.length !== young.length || young.length !== blocks.length) return after;
	const renewed = new Map(
		blocks.flatMap((node, at) =>
			old.includes(young[at]!) || young.includes(old[at]!) ? [] : [[node, old[at]!] as const]
		)
	);
	const rename = (node: DocNode): DocNode => {
		if (!isTextBlock(node)) return node.content ? { ...node, content: node.content.map(rename) } : node;
		const id = renewed.get(node);
		return id === undefined ? node : { ...node, attrs: { ...node.attrs, id } };
	};
	return after.map(rename);
}

/** A rewording of these blocks in the smallest part of them that holds all of it. */
export function smallest(before: readonly DocNode[], after: readonly DocNode[]): Rewording {
	const changes = changesBetween({ type: 'doc', content: before }, { type: 'doc', content: after });
	return changes.length === 1 ? changes[0]! : { before, after };
}

/**
 * Which lines of a version a motion is about: from the first to the last one in which it takes a letter away; where it only adds something,
 * the line that it adds to. `before` are blocks of the version itself.
 */
export function linesTouched(doc: Doc, { before, after }: Rewording): LineRange {
	const lines = numberLines(doc);
	const blocks = textBlocksIn(before).map((node) => ({ words: wordsOf(node), lines: lines.get(node) }));
	const [old, young] = [blocks.map(({ words }) => words).join('\n'), textBlocksIn(after).map(wordsOf).join('\n')];
	const start = sharedStart(old, young);
	const end = old.length - sharedEnd(old.slice(start), young.slice(start));
	const numberAt = (place: number) => lineAt(blocks, place);
	const first = numberAt(end > start ? start : Math.max(0, start - 1));
	return { first, last: end > start ? Math.max(first, numberAt(end - 1)) : first };
}

function lineAt(blocks: readonly { words: string; lines: Lines | undefined }[], place: number): number {
	let [from, number] = [0, 1];
	for (const { words, lines } of blocks) {
		const started = (lines?.starts ?? []).filter((start) => from + start <= place).length;
		if (lines && started > 0) number = lines.first + started - 1;
		else if (lines && lines.starts.length > 0 && from === 0) number = lines.first;
		from += words.length + 1;
	}
	return number;
}

function sharedStart(one: string, other: string): number {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at++;
	return at;
}

function sharedEnd(one: string, other: string): number {
	let at = 0;
	while (at < Math.min(one.length, other.length) && one.at(-1 - at) === other.at(-1 - at)) at++;
	return at;
}

/** The paragraphs and headings in some blocks, in reading order. */
export function textBlocksIn(nodes: readonly DocNode[]): readonly DocNode[] {
	return nodes.flatMap((node) => (isTextBlock(node) ? [node] : textBlocksIn(node.content ?? [])));
}
