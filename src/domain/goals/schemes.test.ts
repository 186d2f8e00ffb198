import { describe, expect, test } from 'vitest';
import { childLevels, levelOf, type LevelScheme } from './level-scheme.ts';
import { schemeNamed, schemes } from './schemes.ts';

describe.each(Object.entries<LevelScheme>(schemes))('the scheme %s', (key, scheme) => {
	test('it is found under its own name', () => {
		expect(schemeNamed(key)).toEqual({ ok: true, value: scheme });
		expect(scheme.key).toBe(key);
	});

	test('every level has its own key and is named in both languages, one and many', () => {
		const keys = scheme.levels.map((level) => level.key);
		expect(new Set(keys).size).toBe(keys.length);
		for (const { label } of scheme.levels)
			for (const words of [label.one, label.many]) expect(words.de !== '' && words.en !== '').toBe(true);
	});

	test('parents stand on levels further up, so the hierarchy has no circle', () => {
		scheme.levels.forEach((level, at) => {
			const above = scheme.levels.slice(0, at).map((one) => one.key);
			expect(above).toEqual(expect.arrayContaining([...level.parentLevels]));
			if (level.parentRequired) expect(level.parentLevels).not.toEqual([]);
		});
	});

	test('there is something to report on', () => {
		expect(scheme.levels.some(({ reportable }) => reportable)).toBe(true);
	});
});

describe('the counts of the papers', () => {
	const expected = (scheme: LevelScheme, level: string) => {
		const found = levelOf(scheme, level);
		return found.ok ? found.value.expected : undefined;
	};

	test('Unna has 22 focuses, 33 impact goals and 51 output goals', () => {
		expect(['schwerpunkt', 'wirkungsziel', 'leistungsziel'].map((level) => expected(schemes.unna, level))).toEqual([
			22, 33, 51
		]);
	});

	test('Mitte has one Leitbild and fifteen and eight goals', () => {
		expect(expected(schemes.mitte, 'leitbild')).toBe(1);
		const perspectives = levelOf(schemes.mitte, 'perspektive');
		expect(perspectives.ok && perspectives.value.fixed?.map(({ expectedChildren }) => expectedChildren)).toEqual([
			15, 8
		]);
	});

	test('Helmstedt has three strategic goals and six Aktionsräume', () => {
		expect(['strategisches-ziel', 'aktionsraum'].map((level) => expected(schemes.helmstedt, level))).toEqual([3, 6]);
	});

	test('below an Aktionsraum stand its Strategiekarte and its measures', () => {
		expect(childLevels(schemes.helmstedt, 'aktionsraum').map(({ key }) => key)).toEqual([
			'strategiekarte',
			'massnahme'
		]);
		expect(childLevels(schemes.helmstedt, null).map(({ key }) => key)).toEqual([
			'vision',
			'strategisches-ziel',
			'aktionsraum'
		]);
	});
});

test('a scheme or level that nobody knows is refused', () => {
	expect(schemeNamed('toString').ok).toBe(false);
	expect(levelOf(schemes.unna, 'ziel')).toEqual({ ok: false, problem: { code: 'goal.level-unknown', level: 'ziel' } });
});
