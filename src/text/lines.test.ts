import { expect, test } from 'vitest';
import { docToPlain } from '#domain/texts/doc.ts';
import fc from 'fast-check';
import { heading, list, paragraph, table, taskList, textOfBlocks } from './blocks.ts';
import { fromLines, toLines } from './lines.ts';
import { mostColumns } from './schema.ts';
import { tableOf } from './table-grid.ts';

const proposal = textOfBlocks(
	paragraph('Es werden die folgenden Ziele definiert.'),
	heading(2, 'Strategische Ziele'),
	heading(3, '1. Der Landkreis setzt Impulse!'),
	list('bulletList', ['Strategierat: AWS und Themenpaten', 'Ratgeber für die Kommunen']),
	paragraph('2. Lesung im Herbst')
);

test('the clerk changes one word of the proposal and its headings and lists stay', () => {
	const lines = toLines(proposal);
	expect(lines).toContain('### 1. Der Landkreis setzt Impulse!\n\n- Strategierat: AWS und Themenpaten\n- Ratgeber');
	const amended = fromLines(lines.replace('Impulse', 'starke Impulse'));
	expect(amended.content?.[2]).toEqual(heading(3, '1. Der Landkreis setzt starke Impulse!'));
	expect(amended.content?.[3]).toEqual(proposal.content?.[3]);
});

test('lists in lists survive, and numbering goes on where it began', () => {
	const lines = '3. Ziel\n  - Punkt\n  - Noch ein Punkt\n4. Weiteres Ziel';
	const doc = fromLines(lines);
	expect(doc.content).toHaveLength(1);
	expect(doc.content?.[0]).toMatchObject({ type: 'orderedList', attrs: { start: 3 } });
	expect(toLines(doc)).toBe(lines);
});

test('what is no heading and no list is a paragraph, however odd', () => {
	for (const line of ['#ohne Leerzeichen', '-', '1.', '#### vier', 'a - b'])
		expect(fromLines(line)).toEqual(textOfBlocks(paragraph(line)));
	expect(docToPlain(fromLines(' \n\n'))).toBe('');
});

test('lines pushed very far to the right do not build endless lists', () => {
	const steps = Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- Stufe ${depth}`).join('\n');
	expect(JSON.stringify(fromLines(steps)).match(/"bulletList"/g)!.length).toBeLessThan(20);
});

test('tasks say whether they are done, also deeper in a list and without words', () => {
	const lines = '- [ ] Radweg planen\n  - [x] Strecke wählen\n  - Angebote\n- [x]';
	const doc = fromLines(lines);
	expect(doc.content).toHaveLength(1);
	expect(doc.content?.[0]).toMatchObject({
		type: 'taskList',
		content: [
			{ type: 'taskItem', attrs: { checked: false } },
			{ attrs: { checked: true }, content: [{ type: 'paragraph' }] }
		]
	});
	expect(toLines(doc)).toBe(lines);
});

test('the clerk changes a sum in a table, and its headings and bars stay', () => {
	const doc = textOfBlocks(
		paragraph('Kosten:'),
		table([
			['Maßnahme', 'Kosten | Jahr'],
			['Radweg', ''],
			['a\\', '2.500 Euro']
		])!,
		table([['eine']], false)!,
		taskList([{ words: 'Prüfen', done: true }])
	);
	const lines = toLines(doc);
	expect(lines).toBe(
		'Kosten:\n\n| Maßnahme | Kosten \\| Jahr |\n| --- | --- |\n| Radweg |  |\n| a\\ | 2.500 Euro |\n\n| eine |\n\n- [x] Prüfen'
	);
	expect(fromLines(lines)).toEqual(doc);
	expect(fromLines(lines.replace('2.500', '3.000')).content?.[1]?.content?.[2]?.content?.[1]).toMatchObject({
		type: 'tableCell',
		content: [paragraph('3.000 Euro')]
	});
});

test('every table of plain words comes back from its lines', () => {
	const words = fc
		.string({ unit: fc.constantFrom('a', 'B', '|', '\\', '-', ' ', '1'), maxLength: 6 })
		.map((each) => each.trim().replace(/\s+/g, ' '));
	const rows = fc
		.integer({ min: 1, max: 4 })
		.chain((width) =>
			fc.array(fc.array(words, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })
		);
	fc.assert(
		fc.property(rows, fc.boolean(), (cells, headed) => {
			fc.pre(
				!cells
					.slice(1, 2)
					.flat()
					.every((each) => /^-{3,}$/.test(each)) || cells.length < 2
			);
			const doc = textOfBlocks(table(cells, headed)!);
			expect(fromLines(toLines(doc))).toEqual(doc);
		})
	);
});

test('what goes over several columns or rows keeps its column, and a row that is too short is filled', () => {
	const cell = (words: string, attrs = {}) => ({ type: 'tableCell', attrs, content: [paragraph(words)] });
	const wide = tableOf([
		[cell('beide', { colspan: 2 }), cell('lang', { rowspan: 2 })],
		[cell('a'), cell('b')]
	])!;
	expect(toLines(textOfBlocks(wide))).toBe('| beide |  | lang |\n| a | b |  |');
	expect(fromLines('| a | b |\n| c |').content?.[0]?.content?.[1]?.content).toHaveLength(2);
	expect(fromLines(`|${'x|'.repeat(mostColumns + 1)}`).content?.[0]?.type).toBe('paragraph');
});
