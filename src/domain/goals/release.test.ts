import { describe, expect, test } from 'vitest';
import { checkRelease, missingForRelease, type ReleaseItem } from './release.ts';
import { schemes } from './schemes.ts';

const item = (itemId: string, levelKey: string, more: Partial<ReleaseItem> = {}): ReleaseItem => ({
	itemId,
	levelKey,
	parentItemId: null,
	number: itemId,
	leadOffice: 'Bezirksamtsmitglied 1',
	hasIndicator: false,
	hasProduct: false,
	horizonYear: 2035,
	measurable: false,
	...more
});
const mitte = (first: number, second: number) => [
	item('leitbild', 'leitbild'),
	item('1', 'perspektive'),
	item('2', 'perspektive'),
	...Array.from({ length: first }, (_, n) => item(`1.${n}`, 'ziel', { parentItemId: '1' })),
	...Array.from({ length: second }, (_, n) => item(`2.${n}`, 'ziel', { parentItemId: '2' }))
];

describe('what a version lacks before it goes into consultation', () => {
	test('the goal system of Mitte with 1 + 15 + 8 is complete', () => {
		expect(missingForRelease(schemes.mitte, mitte(15, 8))).toEqual([]);
	});

	test('fourteen of fifteen goals are shown and stop the release, unless somebody gives a reason', () => {
		const count = {
			kind: 'count',
			of: { de: 'Auftrags-/Zielgruppenperspektive', en: 'Mandate and target-group perspective' },
			expected: 15,
			actual: 14
		};
		expect(missingForRelease(schemes.mitte, mitte(14, 8))).toEqual([count]);
		expect(checkRelease(schemes.mitte, mitte(14, 8), ' ')).toEqual({
			ok: false,
			problem: { code: 'version.incomplete', count: 1 }
		});
		expect(checkRelease(schemes.mitte, mitte(14, 8), 'Ein Ziel folgt im März.')).toEqual({ ok: true, value: [count] });
	});

	test('no reason makes up for a goal that nobody is responsible for', () => {
		const items = [...mitte(14, 8), item('1.99', 'ziel', { parentItemId: '1', leadOffice: ' ' })];
		expect(missingForRelease(schemes.mitte, items)).toEqual([
			{ kind: 'requirement', itemId: '1.99', requirement: 'lead-office' }
		]);
		expect(checkRelease(schemes.mitte, items, 'Es eilt.').ok).toBe(false);
	});

	test('in Helmstedt goal 3 goes without an indicator, goal 2 with its number of inhabitants does not', () => {
		const goals = [item('Z3', 'strategisches-ziel'), item('Z2', 'strategisches-ziel', { measurable: true })];
		const requirements = missingForRelease(schemes.helmstedt, goals).filter(({ kind }) => kind === 'requirement');
		expect(requirements).toEqual([{ kind: 'requirement', itemId: 'Z2', requirement: 'indicator-if-measurable' }]);
	});

	test('an item whose parent is gone is named', () => {
		const items = [...mitte(15, 8), item('1.99', 'ziel', { parentItemId: 'gone' })];
		expect(missingForRelease(schemes.mitte, items)).toContainEqual({ kind: 'place', itemId: '1.99' });
	});
});
