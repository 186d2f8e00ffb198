import { wordsAndMarks } from './markdown-words.ts';
import { element, type Element } from './markup.ts';

/** Whether some words are unmistakably Markdown: numbers, dashes and stars alone are also written by people who mean just them. */
export function looksLikeMarkdown(text: string): boolean {
	return /^#{1,6} \S|^\s*[-*+] \[[ xX]\] |^\s*\|?\s*:?-{3,}:?\s*\||\*\*\S[^*\n]*\*\*|\[[^\]\n]+\]\((https?:|mailto:)[^)\s]+\)/m.test(
		text
	);
}

/**
 * Markdown as HTML elements: headings, paragraphs, bold, italic, links, lists, tasks, tables and line breaks. HTML inside is words.
 */
export function readMarkdown(text: string): Element {
	const lines = text.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').split('\n');
	return element('body', {}, blocksOf(lines, 0));
}

const deepest = 20;
const item = /^( *)([-*+]|\d{1,9}[.)])( +|$)(.*)$/;
const tableRule = /^ *\|?( *:?-+:? *\|)+( *:?-+:? *)?\|? *$/;
const heading = /^ {0,3}(#{1,6}) +(.*?)(?: +#+)? *$/;
/** Longer lines are words, whatever they begin with. */
const longestLine = 2_000;
const isShort = (line: string): boolean => line.length <= longestLine;

function blocksOf(lines: readonly string[], depth: number): Element[] {
	const blocks: Element[] = [];
	let words: string[] = [];
	const endParagraph = () => {
		if (words.length > 0) blocks.push(element('p', {}, wordsAndMarks(words)));
		words = [];
	};
	for (let at = 0; at < lines.length;) {
		const line = lines[at]!;
		const [, marks, title] = (isShort(line) && heading.exec(line)) || [];
		const isItem = item.test(line) && depth < deepest;
		if (line.trim() === '' || /^ {0,3}([-*_])( *\1){2,} *$/.test(line)) {
			// A row of signs below a paragraph makes a heading of it, and a line of its own elsewhere.
			if (words.length > 0 && /^ *-+ *$/.test(line)) blocks.push(element('h2', {}, wordsAndMarks(words.splice(0))));
			endParagraph();
			at += 1;
		} else if (words.length > 0 && /^ {0,3}=+ *$/.test(line)) {
			blocks.push(element('h1', {}, wordsAndMarks(words.splice(0))));
			at += 1;
		} else if (marks) {
			endParagraph();
			blocks.push(element(`h${marks.length}`, {}, wordsAndMarks([title ?? ''])));
			at += 1;
		} else if (isItem && (words.length === 0 || !/^\s*\d/.test(line) || /^\s*1[.)]/.test(line))) {
			endParagraph();
			const end = endOfList(lines, at);
			blocks.push(listOf(lines.slice(at, end), depth));
			at = end;
		} else if (isShort(line) && line.includes('|') && tableRule.test(lines[at + 1] ?? '')) {
			endParagraph();
			let end = at + 2;
			while (lines[end]?.includes('|')) end += 1;
			blocks.push(tableOf(lines.slice(at, end)));
			at = end;
		} else {
			words.push(line.replace(/^ *(> ?)*/, ''));
			at += 1;
		}
	}
	endParagraph();
	return blocks;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
const isOrdered = (line: string): boolean => /^ *\d/.test(line);

/** Where the list that begins in a line ends: at words that are not indented behind an empty line, or at a list of another kind. */
function endOfList(lines: readonly string[], from: number): number {
	const [first, indent] = [lines[from]!, indentOf(lines[from]!)];
	let empty = false;
	for (let at = from + 1; at < lines.length; at++) {
		const line = lines[at]!;
		if (line.trim() === '') {
			empty = true;
			continue;
		}
		const outside = indentOf(line) <= indent;
		if (outside && (item.test(line) ? isOrdered(line) !== isOrdered(first) : empty || heading.test(line))) return at;
		empty = false;
	}
	return lines.length;
}

function listOf(lines: readonly string[], depth: number): Element {
	const indent = indentOf(lines[0]!);
	const items: string[][] = [];
	for (const line of lines) {
		const [, before = '', , , words = ''] = item.exec(line) ?? [];
		if (item.test(line) && before.length <= indent + 1) items.push([words]);
		else items.at(-1)!.push(line);
	}
	const made = items.map(([first = '', ...rest]) => {
		const [, box, words = first] = /^\[([ xX])\] +(.*)$/.exec(first) ?? [];
		const least = rest.reduce((least, line) => (line.trim() === '' ? least : Math.min(least, indentOf(line))), 6);
		const inside = blocksOf([words, ...rest.map((line) => line.slice(Math.min(least, indentOf(line))))], depth + 1);
		return element('li', box === undefined ? {} : { 'data-checked': String(box !== ' ') }, inside);
	});
	const [, start] = /^ *(\d+)/.exec(lines[0]!) ?? [];
	return start ? element('ol', { start }, made) : element('ul', {}, made);
}

function tableOf([head, , ...body]: readonly string[]): Element {
	const cells = (line: string) =>
		line
			.trim()
			.replace(/^\||(?<!\\)\|$/g, '')
			.split(/(?<!\\)\|/)
			.map((cell) => cell.trim().replaceAll('\\|', '|'));
	const width = cells(head!).length;
	const row = (line: string, name: string) => {
		const own = cells(line);
		return element(
			'tr',
			{},
			Array.from({ length: Math.max(width, own.length) }, (_, at) => element(name, {}, wordsAndMarks([own[at] ?? ''])))
		);
	};
	return element('table', {}, [row(head!, 'th'), ...body.map((line) => row(line, 'td'))]);
}
