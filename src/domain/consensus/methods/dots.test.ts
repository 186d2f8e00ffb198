import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dots } from './dots.ts';

const options = ['A', 'B', 'C', 'D', 'E'];
const setting = { options, passive: null, eligible: 100 };
const params = { dots: 3, maxPerOption: 2 };

describe('a dot round', () => {
	test('everybody has half the options plus one, and one dot for each option', () => {
		expect(dots.defaultParams(5)).toEqual({ dots: 3, maxPerOption: 1 });
		expect(dots.defaultParams(6)).toEqual({ dots: 4, maxPerOption: 1 });
		expect(dots.defaultParams(1)).toEqual({ dots: 1, maxPerOption: 1 });
	});

	test('no dot is lost and none appears: given and kept back are all there were', () => {
		const ballot = fc.dictionary(fc.constantFrom(...options), fc.nat({ max: 3 }));
		fc.assert(
			fc.property(fc.array(ballot), (cast) => {
				const valid = cast.flatMap((one) => {
					const checked = dots.checkBallot(params, setting, one);
					return checked.ok ? [checked.value] : [];
				});
				const { total, unused } = dots.tally(params, setting, valid);
				expect(Object.values(total).reduce((sum, one) => sum + one, 0) + unused).toBe(3 * valid.length);
			})
		);
	});

	test('a ballot that breaks a rule is refused with the rule it breaks', () => {
		const code = (ballot: unknown) => {
			const checked = dots.checkBallot(params, setting, ballot);
			return checked.ok ? 'ok' : checked.problem.code;
		};
		expect(code({ A: 2, B: 2 })).toBe('ballot.too-many-dots');
		expect(code({ A: 3 })).toBe('ballot.too-many-on-one');
		expect(code({ X: 1 })).toBe('ballot.option-unknown');
		expect(code(JSON.parse('{"__proto__": 1}'))).toBe('ballot.option-unknown');
		for (const broken of [{ A: -1 }, { A: 0.5 }, { A: '1' }, { A: NaN }, null, [1], 'A'])
			expect(code(broken)).toBe('ballot.malformed');
		expect(code({})).toBe('ok');
	});

	test('an option without a dot in the ballot is not stored', () => {
		expect(dots.checkBallot(params, setting, { A: 0, B: 1 })).toEqual({ ok: true, value: { B: 1 } });
	});
});
