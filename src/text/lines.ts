import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { normaliseText } from '#domain/texts/normal-form.ts';
import { heading, paragraph } from './blocks.ts';
import { deepest, listItems, readChecked, readLevel, readStart } from './schema.ts';
import { isTableLine, tableFrom, tableLines } from './table-lines.ts';

/**
 * A text as lines that can be changed in a plain field, for forms that must work without an editor: `# ` begins a
 * heading, `- ` and `1. ` an item of a list, `- [ ] ` and `- [x] ` a task, two blanks put it one list deeper, and each row of a
 * table is `| one | line |`. Bold, italic and links are left out.
 */
export function toLines(doc: DocNode): string {
	return normaliseText((doc.content ?? []).map((block) => linesOf(block, 0).join('\n')).join('\n\n'));
}

/** Reads such lines back. Every line that is not empty is a block of its own. */
export function fromLines(text: string): Doc {
	return { type: 'doc', content: runsOf(normaliseText(text).split('\n')).flatMap(readRun) };
}

/** Lines that are rows of a table, and lines that are none. An empty line parts two tables. */
function runsOf(lines: readonly string[]): string[][] {
	const runs: string[][] = [];
	let rows = false;
	for (const line of lines) {
		const isRow = isTableLine(line);
		if (runs.length === 0 || isRow !== rows) runs.push([]);
		runs.at(-1)!.push(line);
		rows = isRow;
	}
	return runs;
}

function readRun(lines: readonly string[]): DocNode[] {
	if (lines.every(isTableLine)) return tableFrom(lines);
	return blocksOf(lines.filter((line) => line.trim() !== '').map(readLine), 0);
}

interface Line {
	kind: 'heading' | 'bulletList' | 'orderedList' | 'taskList' | 'paragraph';
	/** How deep a heading or a list is; 0 for paragraphs. */
	depth: number;
	start: number;
	words: string;
	/** Whether a task is done. */
	done?: boolean;
}

const deepestList = Math.floor(deepest / 2) - 1;

function readLine(line: string): Line {
	const [, marks = '', title = ''] = /^(#{1,3})\s+(.+)$/.exec(line) ?? [];
	if (title) return { kind: 'heading', depth: marks.length, start: 1, words: title };
	const [, indent = '', sign = '', words = ''] = /^(\s*)(-|\d{1,9}\.)\s+(.+)$/.exec(line) ?? [];
	if (!words) return { kind: 'paragraph', depth: 0, start: 1, words: line.trim() };
	const depth = Math.min(Math.floor(indent.length / 2), deepestList);
	const [, tick, task = ''] = (sign === '-' && /^\[([ xX])\](?:\s+(.*))?$/.exec(words)) || [];
	if (tick !== undefined) return { kind: 'taskList', depth, start: 1, words: task, done: tick !== ' ' };
	return { kind: sign === '-' ? 'bulletList' : 'orderedList', depth, start: parseInt(sign) || 1, words };
}

function blocksOf(lines: readonly Line[], depth: number): DocNode[] {
	const blocks: DocNode[] = [];
	for (let at = 0; at < lines.length;) {
		const line = lines[at]!;
		if (line.kind === 'heading' || line.kind === 'paragraph') {
			blocks.push(line.kind === 'heading' ? heading(readLevel(line.depth), line.words) : paragraph(line.words));
			at += 1;
			continue;
		}
		const until = lines.findIndex((next, index) => index > at && !continues(line, next, depth));
		const end = until < 0 ? lines.length : until;
		blocks.push(listOf(line, lines.slice(at, end), depth));
		at = end;
	}
	return blocks;
}

const isItem = ({ kind }: Line): boolean => listItems.has(kind);

const continues = (first: Line, next: Line, depth: number): boolean =>
	isItem(next) && (next.depth > depth || next.kind === first.kind);

function listOf({ kind, start }: Line, lines: readonly Line[], depth: number): DocNode {
	const items: Line[][] = [];
	for (const line of lines) {
		if (items.length === 0 || line.depth <= depth) items.push([line]);
		else items.at(-1)!.push(line);
	}
	const content = items.map(([item, ...deeper]): DocNode => ({
		type: listItems.get(kind)!,
		...(item!.done !== undefined && { attrs: { checked: item!.done } }),
		content: [paragraph(item!.words), ...blocksOf(deeper, depth + 1)]
	}));
	return { type: kind, ...(kind === 'orderedList' && start !== 1 && { attrs: { start } }), content };
}

function linesOf(node: DocNode, depth: number): string[] {
	if (node.type === 'heading') return [`${'#'.repeat(readLevel(node.attrs?.level))} ${wordsOf(node).join(' ')}`];
	if (node.type === 'table') return tableLines(node);
	if (!listItems.has(node.type)) return wordsOf(node);
	return (node.content ?? []).flatMap((item, index) => itemLines(item, signOf(node, item, index), depth));
}

function signOf(list: DocNode, item: DocNode, index: number): string {
	if (list.type === 'orderedList') return `${(readStart(list.attrs?.start) ?? 1) + index}.`;
	if (list.type === 'taskList') return readChecked(item.attrs?.checked) ? '- [x]' : '- [ ]';
	return '-';
}

function itemLines({ content = [] }: DocNode, sign: string, depth: number): string[] {
	const [first, ...rest] = content;
	const own = `${'  '.repeat(depth)}${sign} ${first ? wordsOf(first).join(' ') : ''}`;
	return [own, ...rest.flatMap((block) => linesOf(block, depth + 1))];
}

/** The words of a paragraph or heading, one string for each line inside it. */
function wordsOf({ content = [] }: DocNode): string[] {
	return content
		.map(({ type, text = '' }) => (type === 'hardBreak' ? '\n' : text))
		.join('')
		.split('\n');
}
