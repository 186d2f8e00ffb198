import { expect, test } from 'vitest';
import { docToPlain } from '#domain/texts/doc.ts';
import { heading, list, paragraph, textOfBlocks } from './blocks.ts';
import { fromLines, toLines } from './lines.ts';

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
