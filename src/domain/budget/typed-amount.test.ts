import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centsFromTyped, typedFromCents } from './typed-amount.ts';

test.each([
	['450.000', 'de', 450_000_00],
	['450000', 'de', 450_000_00],
	['1.250,50 €', 'de', 1_250_50],
	['1.250,5', 'de', 1_250_50],
	['450,000', 'en', 450_000_00],
	['€1,250.50', 'en', 1_250_50],
	['', 'de', 0],
	['viel', 'de', null],
	['-5', 'de', null],
	['1,234', 'de', null]
])('%j in %s are %j cents', (typed, locale, cents) => {
	expect(centsFromTyped(typed, locale)).toBe(cents);
});

test('what stands in a field is read back as the same amount', () => {
	fc.assert(
		fc.property(fc.nat(1e12), fc.constantFrom('de', 'en'), (cents, locale) => {
			expect(centsFromTyped(typedFromCents(cents, locale), locale)).toBe(cents);
		})
	);
});
