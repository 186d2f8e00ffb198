import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocNode } from '#domain/texts/doc.ts';
import { heading, list, paragraph, table, taskList, textOfBlocks } from './blocks.ts';
import { lineLength, lineStarts, numberLines, withLineMarks } from './numbered-lines.ts';

const linesOf = (words: string) => {
	const starts = lineStarts(words);
	return starts.map((start, at) => words.slice(start, starts[at + 1]).trimEnd());
};

test('a line ends at a blank and is never longer than agreed', () => {
	const sentence =
		'Der Landkreis Helmstedt stellt sich den Aufgaben der kommenden Jahre gemeinsam mit allen Gemeinden und Städten.';
	expect(linesOf(sentence)).toEqual([
		'Der Landkreis Helmstedt stellt sich den Aufgaben der kommenden Jahre',
		'gemeinsam mit allen Gemeinden und Städten.'
	]);
	expect(linesOf('x'.repeat(2 * lineLength + 3)).map(({ length }) => length)).toEqual([lineLength, lineLength, 3]);
	expect(linesOf('Erstens\nZweitens')).toEqual(['Erstens', 'Zweitens']);
	expect(linesOf('')).toEqual([]);
});

test('lines are counted through the whole text, headings and items of lists included', () => {
	const long = paragraph(`${'Wort '.repeat(28).trim()}`);
	const doc = textOfBlocks(heading(1, 'Vision'), paragraph(), long, list('bulletList', ['Rad', 'Bus']));
	expect([...numberLines(doc).values()].map(({ first, starts }) => [first, starts.length])).toEqual([
		[1, 1],
		[2, 0],
		[2, 2],
		[4, 1],
		[5, 1]
	]);
});

test('the cells of a table are counted row by row, and tasks one by one', () => {
	const doc = textOfBlocks(
		paragraph('Kosten'),
		table([
			['Maßnahme', 'Euro'],
			['Radweg', '']
		])!,
		taskList([{ words: 'Prüfen', done: false }])
	);
	const words = new Map([...numberLines(doc)].map(([block, { first }]) => [block.content?.[0]?.text ?? '', first]));
	expect(Object.fromEntries(words)).toEqual({ Kosten: 1, Maßnahme: 2, Euro: 3, Radweg: 4, '': 5, Prüfen: 5 });
});

test('whatever is bold and wherever it breaks, no letter is lost and every line has its mark', () => {
	const piece = fc.oneof(
		fc
			.string({ minLength: 1, maxLength: 120 })
			.map((text): DocNode => ({ type: 'text', text: text.replace(/\n/g, ' ') })),
		fc.constant<DocNode>({ type: 'hardBreak' })
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 8 }), (content) => {
			const block: DocNode = { type: 'paragraph', content };
			const lines = numberLines(textOfBlocks(block)).get(block)!;
			const marked = withLineMarks(content, lines);
			const words = (nodes: readonly { type: string; text?: string }[]) =>
				nodes.map(({ type, text = '' }) => (type === 'hardBreak' ? '\n' : text)).join('');
			expect(words(marked.filter(({ type }) => type !== 'line') as DocNode[])).toBe(words(content));
			const numbers = marked.flatMap((each) => (each.type === 'line' ? [(each as { number: number }).number] : []));
			expect(numbers).toEqual(lines.starts.map((_, at) => at + 1));
		})
	);
});
