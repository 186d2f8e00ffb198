import { describe, expect, test } from 'vitest';
import { schemes } from '../goals/schemes.ts';
import { countLights, lightOf } from './light.ts';
import { checkSheet, moveSheet, sheetStates, type Sheet } from './sheet.ts';

const sheet: Sheet = {
	contributions: 'Zwei Standorte vergeben Termine zentral.',
	risks: 'keine',
	assessment: 'secured',
	countermeasures: []
};
const pool = { title: 'Springerpool bilden', cause: 'Hoher Krankenstand', coordinateWith: ['Serviceeinheit Personal'] };
const { mitte, unna, helmstedt } = schemes;
const codeOf = (change: Partial<Sheet>, rules = mitte.countermeasure) => {
	const checked = checkSheet({ ...sheet, ...change }, rules);
	return checked.ok ? 'ok' : checked.problem.code;
};

describe('a report sheet', () => {
	test('"keine" is a valid risk, an empty field is not', () => {
		expect(codeOf({})).toBe('ok');
		expect(codeOf({ risks: ' ' })).toBe('sheet.risks-missing');
		expect(codeOf({ contributions: '' })).toBe('sheet.contributions-missing');
		expect(codeOf({ assessment: null })).toBe('sheet.assessment-missing');
	});

	test('a goal that is secured has no countermeasure', () => {
		expect(codeOf({ countermeasures: [pool] })).toBe('sheet.countermeasure-not-needed');
		for (const assessment of ['endangered', 'unreachable'] as const)
			expect(codeOf({ assessment, countermeasures: [pool] })).toBe('ok');
	});

	test('Mitte wants another unit, Unna wants a cause, Helmstedt asks for neither', () => {
		const endangered = { assessment: 'endangered' as const };
		const alone = { ...endangered, countermeasures: [{ ...pool, coordinateWith: [' '] }] };
		const causeless = { ...endangered, countermeasures: [{ ...pool, cause: '' }] };
		expect(codeOf(alone)).toBe('sheet.other-unit-missing');
		expect(codeOf(alone, unna.countermeasure)).toBe('ok');
		expect(codeOf(causeless, unna.countermeasure)).toBe('sheet.cause-missing');
		expect(codeOf(causeless)).toBe('ok');
		expect(
			codeOf(
				{ ...endangered, countermeasures: [{ title: 'x', cause: '', coordinateWith: [] }] },
				helmstedt.countermeasure
			)
		).toBe('ok');
		expect(codeOf({ ...endangered, countermeasures: [{ ...pool, title: '' }] })).toBe('sheet.countermeasure-unnamed');
	});

	test('it goes to and fro until it is accepted, and then stays as it is', () => {
		expect(moveSheet('requested', 'edit')).toEqual({ ok: true, value: 'in-progress' });
		expect(moveSheet('submitted', 'return')).toEqual({ ok: true, value: 'returned' });
		expect(moveSheet('returned', 'submit')).toEqual({ ok: true, value: 'submitted' });
		expect(moveSheet('submitted', 'edit')).toEqual({
			ok: false,
			problem: { code: 'sheet.move-impossible', state: 'submitted' }
		});
		for (const move of ['edit', 'submit', 'return', 'accept'] as const)
			expect(moveSheet('accepted', move).ok).toBe(false);
	});
});

describe('the light of a goal', () => {
	test('only what was handed in counts; what is missing is grey, not green', () => {
		expect(sheetStates.map((state) => lightOf({ assessment: 'endangered', state }))).toEqual([
			'grey',
			'grey',
			'yellow',
			'grey',
			'yellow'
		]);
		expect(lightOf(null)).toBe('grey');
		expect(lightOf({ assessment: null, state: 'submitted' })).toBe('grey');
	});

	test('the head of a report counts every goal', () => {
		expect(countLights(['green', 'grey', 'green', 'red'])).toEqual({ green: 2, yellow: 0, red: 1, grey: 1 });
	});
});
