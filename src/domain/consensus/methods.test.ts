import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { methodNamed, methods, type AnyMethod, type MethodKey } from './methods.ts';

const options = ['o1', 'o2', 'o3', 'o4'];
/** Ballots that each method takes over these options; a method without samples does not compile. */
const samples: Record<MethodKey, fc.Arbitrary<unknown>> = {
	dots: fc
		.uniqueArray(fc.constantFrom(...options), { maxLength: 3 })
		.map((chosen) => Object.fromEntries(chosen.map((one) => [one, 1]))),
	recorded: fc.constant({})
};

describe.each(Object.entries(methods) as [MethodKey, AnyMethod][])('the contract of a method: %s', (key, method) => {
	const params = method.defaultParams(options.length);

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
		for (const wrong of [null, 'three', { dots: 'three' }, { dots: -1, maxPerOption: 1 }])
			expect(method.checkParams(wrong)).toEqual({ ok: false, problem: { code: 'round.params-invalid' } });
	});

	test('nobody has voted: there is a result, every option is in it, and all share the first rank', () => {
		const ranking = method.ranking(method.tally(params, options, []));
		if (method.takesBallots) expect(ranking).toEqual(Object.fromEntries(options.map((option) => [option, 1])));
		else expect(ranking).toBe(null);
	});

	test('the order in which people voted does not matter, and the result is plain JSON', () => {
		fc.assert(
			fc.property(fc.array(samples[key], { maxLength: 30 }), (given) => {
				const ballots = given.map((one) => method.checkBallot(params, options, one));
				expect(ballots.every(({ ok }) => ok)).toBe(method.takesBallots || ballots.length === 0);
				const valid = ballots.flatMap((one) => (one.ok ? [one.value] : []));
				const tally = method.tally(params, options, valid);
				expect(method.tally(params, options, [...valid].reverse())).toEqual(tally);
				expect(JSON.parse(JSON.stringify(tally))).toEqual(tally);
			})
		);
	});

	test('the rule line gets whole numbers', () => {
		for (const number of Object.values(method.ruleNumbers(params))) expect(Number.isInteger(number)).toBe(true);
	});
});

test('a method that this program does not know is refused, and so is a trick', () => {
	for (const method of ['roulette', 'constructor'])
		expect(methodNamed(method)).toEqual({ ok: false, problem: { code: 'round.method-unknown', method } });
});
