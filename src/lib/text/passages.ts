import { diffArrays } from 'diff';
import { docToPlain, type Doc, type DocNode } from '#domain/texts/doc.ts';
import { likeness } from '#domain/texts/similar-texts.ts';
import { listItems, readChecked } from '#text/schema.ts';
import * as m from '#paraglide/messages.js';

/** A paragraph, heading, item of a list or row of a table, in words. */
export interface Block {
	role: 'paragraph' | 'heading' | 'item' | 'row';
	/** Of a heading from 1; how deep an item lies, from 0; of all others 0. */
	level: number;
	/** What stands before an item: a dash or its number. */
	sign: string;
	words: string;
	/** The id that the paragraph keeps while it is changed. */
	id: string | null;
}

/** A block of one wording and what became of it in another; null where it is not in one of them. */
export type Passage =
	| { kind: 'kept' | 'changed'; before: Block; after: Block }
	| { kind: 'removed'; before: Block; after: null }
	| { kind: 'inserted'; before: null; after: Block };

/** From this likeness on, of 1, one paragraph has become another; below it one went and one came. */
const leastLikeness = 0.35;
/** So many pairs of paragraphs are weighed; where more stand against each other, nothing is what it was. */
const mostPairs = 1_600;

/** What became of one wording in another, block by block. All of both is in it, each in its order. */
export function passagesOf(before: Doc, after: Doc): Passage[] {
	const compared = diffArrays(blocksOf(before), blocksOf(after), { comparator: saysTheSame });
	const passages: Passage[] = [];
	for (let at = 0; at < compared.length; at++) {
		const { added, removed, value } = compared[at]!;
		const next = compared[at + 1];
		if (!added && !removed) passages.push(...keptIn(value));
		else if (removed && next?.added) {
			passages.push(...paired(value, next.value));
			at++;
		} else if (removed) passages.push(...value.map(gone));
		else passages.push(...value.map(come));
	}
	return withSigns(passages, blocksOf(after));
}

const gone = (before: Block): Passage => ({ kind: 'removed', before, after: null });
const come = (after: Block): Passage => ({ kind: 'inserted', before: null, after });
const keptIn = (blocks: readonly Block[]) =>
	blocks.map((block): Passage => ({ kind: 'kept', before: block, after: block }));

/** An item that only has another number says the same. */
const saysTheSame = (one: Block, other: Block): boolean =>
	one.role === other.role && one.level === other.level && one.words === other.words;

/** What is kept is told once; its number may be another one today. */
function withSigns(passages: readonly Passage[], after: readonly Block[]): Passage[] {
	let at = 0;
	return passages.map((passage) => {
		if (passage.after === null) return passage;
		const today = after[at++]!;
		return passage.kind === 'kept' ? { ...passage, after: today } : passage;
	});
}

/** Joins what went and what came where it is most alike, without crossing, so that both keep their order. */
function paired(before: readonly Block[], after: readonly Block[]): Passage[] {
	if (before.length * after.length > mostPairs) return [...before.map(gone), ...after.map(come)];
	const alike = before.map((old) => after.map((young) => likenessOf(old, young)));
	const best = before.map(() => after.map(() => 0));
	const bestOf = (row: number, column: number) => best[row]?.[column] ?? 0;
	for (let row = before.length - 1; row >= 0; row--)
		for (let column = after.length - 1; column >= 0; column--)
			best[row]![column] = Math.max(
				bestOf(row + 1, column),
				bestOf(row, column + 1),
				alike[row]![column]! + bestOf(row + 1, column + 1)
			);
	const passages: Passage[] = [];
	let [row, column] = [0, 0];
	while (row < before.length && column < after.length) {
		const [old, young, weight] = [before[row]!, after[column]!, alike[row]![column]!];
		if (weight > 0 && bestOf(row, column) === weight + bestOf(row + 1, column + 1)) {
			passages.push({ kind: 'changed', before: old, after: young });
			[row, column] = [row + 1, column + 1];
		} else if (bestOf(row, column) === bestOf(row + 1, column)) {
			passages.push(gone(old));
			row++;
		} else {
			passages.push(come(young));
			column++;
		}
	}
	return [...passages, ...before.slice(row).map(gone), ...after.slice(column).map(come)];
}

function likenessOf(one: Block, other: Block): number {
	if (one.id !== null && one.id === other.id) return 1;
	if (one.words === other.words) return 1;
	const alike = likeness(one.words, other.words);
	return alike >= leastLikeness ? alike : 0;
}

/** A text as a row of blocks. A paragraph without words says nothing, and is none. */
export function blocksOf(doc: Doc): Block[] {
	return (doc.content ?? []).flatMap((node) => blocksIn(node, 0)).filter(({ words }) => words.trim() !== '');
}

function blocksIn(node: DocNode, depth: number): Block[] {
	if (listItems.has(node.type)) {
		const start = Number(node.attrs?.start ?? 1);
		return (node.content ?? []).flatMap((item, at) => {
			const sign = node.type === 'orderedList' ? `${start + at}.` : '–';
			return (item.content ?? []).flatMap((each, first) => {
				if (each.type !== 'paragraph') return blocksIn(each, depth + 1);
				return [first === 0 ? toldDone(item, blockOf(each, 'item', depth, sign)) : blockOf(each, 'item', depth, '')];
			});
		});
	}
	if (node.type === 'tableRow') return [blockOf(node, 'row', 0, '')];
	if (node.type === 'heading') return [blockOf(node, 'heading', Number(node.attrs?.level ?? 1), '')];
	return node.type === 'paragraph'
		? [blockOf(node, 'paragraph', 0, '')]
		: (node.content ?? []).flatMap((each) => blocksIn(each, depth));
}

/** A task that was ticked says something else. */
function toldDone({ type, attrs }: DocNode, block: Block): Block {
	if (type !== 'taskItem' || block.words.trim() === '') return block;
	const word = readChecked(attrs?.checked) ? m.text_task_done() : m.text_task_open();
	return { ...block, words: `${word} ${block.words}` };
}

function blockOf(node: DocNode, role: Block['role'], level: number, sign: string): Block {
	const id = node.attrs?.id;
	return { role, level, sign, words: docToPlain(node), id: typeof id === 'string' ? id : null };
}
