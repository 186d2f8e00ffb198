import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Setting } from './method.ts';
import { methodNamed, methods, type AnyMethod, type MethodKey } from './methods.ts';

const all = Object.entries(methods) as [MethodKey, AnyMethod][];

/** A setting with as many options as the method takes, up to four. */
function settingFor({ options, passive }: AnyMethod, eligible: number): Setting {
	const ids = ['o1', 'o2', 'o3', 'o4'].slice(0, options.most);
	return { options: passive ? [...ids, 'none'] : ids, passive: passive ? 'none' : null, eligible };
}

/** The same numbers from 0 to below 1 for the same seed. */
function luckFrom(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

/** Ballots that the method takes, drawn by the method itself. */
const ballotsOf = (method: AnyMethod, setting: Setting) => {
	const params = method.defaultParams(setting.options.length);
	const one = fc.nat().map((seed) => method.sample(params, setting, luckFrom(seed)));
	return fc.array(one, { maxLength: method.answers === 'ballots' ? setting.eligible : 1 });
};

describe.each(all)('the contract of a method: %s', (key, method) => {
	const setting = settingFor(method, 30);
	const params = method.defaultParams(setting.options.length);
	const checked = (given: readonly unknown[]) =>
		given.flatMap((one) => {
			const result = method.checkBallot(params, setting, one);
			return result.ok ? [result.value] : [];
		});

	test('it is found under its own name and has a version', () => {
		expect(methodNamed(key)).toEqual({ ok: true, value: method });
		expect(method.key).toBe(key);
		expect(method.version).toBeGreaterThanOrEqual(1);
	});

	test('it accepts the params that it proposes, for any number of options', () => {
		for (const count of [1, 2, 5, 40])
			expect(method.checkParams(method.defaultParams(count))).toEqual({ ok: true, value: method.defaultParams(count) });
	});

	test('params of another shape are refused, not repaired', () => {
		for (const wrong of [null, 'three', [], { dots: 'three' }, { dots: -1, maxPerOption: 1 }, { scaleMax: 11 }])
			expect(method.checkParams(wrong)).toEqual({ ok: false, problem: { code: 'round.params-invalid' } });
	});

	test('nobody has voted: there is a result, nothing is accepted, and all share the first rank', () => {
		const tally = method.tally(params, setting, []);
		const ranks = method.ranking(tally);
		if (ranks) expect(ranks).toEqual(Object.fromEntries(setting.options.map((option) => [option, 1])));
		expect(method.outcome(tally)).not.toBe('passed');
	});

	test('what it draws as a sample it takes as a ballot, and stores it as it is', () => {
		fc.assert(
			fc.property(ballotsOf(method, setting), (given) => {
				if (method.answers === 'none') expect(given.every((one) => one === null)).toBe(true);
				else expect(checked(given)).toEqual(given);
			})
		);
	});

	test('the order in which people voted does not matter, and the result is plain JSON', () => {
		fc.assert(
			fc.property(ballotsOf(method, setting), (given) => {
				const valid = checked(given);
				const tally = method.tally(params, setting, valid);
				expect(method.tally(params, setting, [...valid].reverse())).toEqual(tally);
				expect(JSON.parse(JSON.stringify(tally))).toEqual(tally);
			})
		);
	});

	test('whatever comes from outside is taken or refused, and never stops the program', () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), (ballot, wild) => {
				method.checkParams(wild);
				const result = method.checkBallot(params, setting, ballot);
				if (result.ok) method.tally(params, setting, [result.value]);
			})
		);
	});

	test('if all say the same of two options, they share a rank', () => {
		fc.assert(
			fc.property(ballotsOf(method, setting), (given) => {
				const valid = checked(given);
				const [a, b] = setting.options;
				if (a === undefined || b === undefined || method.ranking(method.tally(params, setting, [])) === null) return;
				// Each ballot a second time with the two options in each other's place: nothing is left that could tell them apart.
				const mirrored = valid.map((one) => mirror(one, a, b));
				const both = checked([...valid, ...mirrored]);
				fc.pre(both.length === 2 * valid.length);
				const ranks = method.ranking(method.tally(params, { ...setting, eligible: 60 }, both));
				expect(ranks?.[a]).toBe(ranks?.[b]);
			})
		);
	});

	test('the rule line gets whole numbers', () => {
		for (const number of Object.values(method.ruleNumbers(params))) expect(Number.isInteger(number)).toBe(true);
	});
});

/** The ballot of somebody who has confused two options. */
function mirror(ballot: unknown, a: string, b: string): unknown {
	const other = new Map([
		[a, b],
		[b, a]
	]);
	const swap = (text: string) => {
		const [one = '', two] = text.split(':').map((part) => other.get(part) ?? part);
		return two === undefined ? one : one < two ? `${one}:${two}` : `${two}:${one}`;
	};
	return Object.fromEntries(
		Object.entries(ballot as Record<string, unknown>).map(([key, value]) => [
			swap(key),
			typeof value === 'string' ? swap(value) : value
		])
	);
}

test('a method that this program does not know is refused, and so is a trick', () => {
	for (const method of ['roulette', 'constructor'])
		expect(methodNamed(method)).toEqual({ ok: false, problem: { code: 'round.method-unknown', method } });
});
