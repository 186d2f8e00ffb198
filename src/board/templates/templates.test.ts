import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { table } from '../../../tests/support/board-tables.ts';
import { outlineOf } from '../outline.ts';
import { readBoard } from '../snapshot.ts';
import { potentialWorkshop } from './potential-workshop.ts';
import { applyTemplate } from './template.ts';

describe.each(['de', 'en'] as const)('the Potentialworkshop in %s', (language) => {
	const anna = table(1);
	const use = { language, by: 'p1', randomBytes, random: anna.random };
	const answer = applyTemplate(anna.docs, potentialWorkshop, use, anna.origin);
	const board = readBoard(anna.docs);

	test('lies in the scaffold, out of reach of participants', () => {
		expect(board.elements.length).toBe(1 + 2 * potentialWorkshop.areas.length);
		expect(board.elements.every(({ layer }) => layer === 'scaffold')).toBe(true);
	});

	test('has its areas side by side in the order of the work, each with its question', () => {
		const { areas } = outlineOf(board);
		expect(areas.map(({ element }) => element.text)).toEqual(
			potentialWorkshop.areas.map(({ title }) => title[language])
		);
		for (const [index, { element, children }] of areas.entries()) {
			expect(children.map((child) => child.element.text)).toEqual([potentialWorkshop.areas[index]?.question[language]]);
			const next = areas[index + 1]?.element;
			if (next) expect(next.x).toBeGreaterThan(element.x + element.w);
		}
	});

	test('answers which area an agenda step means', () => {
		const id = answer.ok ? answer.value.get('collect') : undefined;
		expect(board.byId.get(id ?? '')?.text).toBe(language === 'de' ? 'Sammeln' : 'Collect');
	});
});
