import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sessionTemplates } from '#domain/sessions/templates.ts';
import { table } from '../../../tests/support/board-tables.ts';
import { outlineOf } from '../outline.ts';
import { readBoard } from '../snapshot.ts';
import { boardTemplates } from '../templates.ts';
import { applyTemplate, type BoardTemplate } from './template.ts';

const everyTemplate = Object.entries(boardTemplates);

function layOut(template: BoardTemplate, language: 'de' | 'en') {
	const anna = table(1);
	const answer = applyTemplate(
		anna.docs,
		template,
		{ language, by: 'p1', randomBytes, random: anna.random },
		anna.origin
	);
	return { board: readBoard(anna.docs), areas: answer.ok ? answer.value : new Map<string, string>() };
}

describe.each(everyTemplate)('the board %s', (key, template) => {
	test.each(['de', 'en'] as const)('lies in the scaffold, out of reach of participants (%s)', (language) => {
		const { board } = layOut(template, language);
		const cards = template.areas.flatMap(({ cards = [] }) => cards);
		expect(board.elements.length).toBe(1 + 2 * template.areas.length + cards.length);
		expect(board.elements.every(({ layer }) => layer === 'scaffold')).toBe(true);
	});

	test.each(['de', 'en'] as const)(
		'has its areas side by side or in rows, each with its question and cards (%s)',
		(language) => {
			const { areas } = outlineOf(layOut(template, language).board);
			expect(areas.map(({ element }) => element.text)).toEqual(template.areas.map(({ title }) => title[language]));
			for (const [index, { element, children }] of areas.entries()) {
				const { question, cards = [] } = template.areas[index]!;
				expect(children.map((child) => child.element.text)).toEqual([question, ...cards].map((text) => text[language]));
				for (const child of children) {
					expect(child.element.y + child.element.h).toBeLessThan(element.y + element.h);
				}
				const next = areas[index + 1]?.element;
				if (!next) continue;
				const endsRow = (index + 1) % (template.columns ?? areas.length) === 0;
				if (endsRow) expect(next.y).toBeGreaterThan(element.y + element.h);
				else expect([next.x > element.x + element.w, next.y]).toEqual([true, element.y]);
			}
		}
	);

	test('answers which area an agenda step means', () => {
		const { board, areas } = layOut(template, 'de');
		expect(template.key).toBe(key);
		for (const { key: area, title } of template.areas)
			expect(board.byId.get(areas.get(area) ?? '')?.text).toBe(title.de);
	});
});

test.each(Object.entries(sessionTemplates))(
	'every step of the session %s works where its board has an area',
	(key, template) => {
		const board = boardTemplates[template.board];
		const areas = board?.areas.map((area) => area.key) ?? [];
		expect(template.key).toBe(key);
		expect(template.steps.flatMap(({ area }) => area ?? []).filter((area) => !areas.includes(area))).toEqual([]);
		expect(template.steps.filter(({ kind, area }) => kind === 'collect' && !area)).toEqual([]);
		expect(template.steps.at(-1)?.kind).toBe('record');
	}
);
