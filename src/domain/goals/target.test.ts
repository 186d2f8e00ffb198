import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDecimals, readDecimal, writeDecimal, type Decimal } from './decimal.ts';
import { evaluateTarget, type Operator } from './target.ts';

const reached = (operator: Operator, value: string, actual: string, value2?: string) => {
	const result = evaluateTarget({ operator, value, value2 }, actual);
	return result.ok ? result.value : result.problem.code;
};
const decimal = fc.record({
	units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
	scale: fc.integer({ min: 0, max: 8 })
});

describe('targets', () => {
	test('"über 90.000 halten": 90 001 inhabitants reach it, 90 000 do not', () => {
		expect(reached('>', '90000', '90001')).toEqual({ reached: true, gap: '1' });
		expect(reached('>', '90000', '90000')).toEqual({ reached: false, gap: '0' });
	});

	test('a target of 23.0 and an actual value of 21.9 leave a gap of −1.1', () => {
		expect(reached('>=', '23.0', '21.9')).toEqual({ reached: false, gap: '-1.1' });
	});

	test('ten times a tenth is one: nothing is lost to rounding', () => {
		expect(reached('=', '0.30', '0.3')).toEqual({ reached: true, gap: '0.00' });
		expect(reached('>=', '100000000000000000000.01', '100000000000000000000.00')).toEqual({
			reached: false,
			gap: '-0.01'
		});
	});

	test('a range counts with both its ends', () => {
		expect(reached('between', '2', '2', '4')).toEqual({ reached: true, gap: '0' });
		expect(reached('between', '2', '4.0', '4')).toEqual({ reached: true, gap: '0' });
		expect(reached('between', '2', '4.5', '4')).toEqual({ reached: false, gap: '0.5' });
		expect(reached('between', '2', '1', '4')).toEqual({ reached: false, gap: '-1' });
		expect(reached('between', '2', '3')).toBe('goal.target-incomplete');
	});

	test('what is no number is refused, also in German spelling: the screens read the comma', () => {
		for (const wrong of ['', '90.000,5', '1e5', 'viele', '.5'])
			expect(reached('>', '1', wrong), wrong).toBe('goal.not-a-number');
	});

	test('a number comes back as it was written', () => {
		fc.assert(
			fc.property(decimal, (number) => {
				expect(readDecimal(writeDecimal(number))).toEqual({ ok: true, value: number });
			})
		);
	});

	test('the order of numbers does not depend on how many zeros they end in', () => {
		const longer = ({ units, scale }: Decimal) => ({ units: units * 1000n, scale: scale + 3 });
		fc.assert(
			fc.property(decimal, decimal, (a, b) => {
				expect(compareDecimals(longer(a), b)).toBe(compareDecimals(a, b));
				expect(compareDecimals(a, longer(a))).toBe(0);
			})
		);
	});
});
