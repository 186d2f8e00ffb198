import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawJoinCode, formatJoinCode, readJoinCode } from './join-code.ts';

const bytesOf = (number: number) => new Uint8Array([number >> 16, (number >> 8) & 255, number & 255]);

describe('the code at the door', () => {
	test('what is read aloud is what was drawn', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 15_999_999 }), (number) => {
				const code = drawJoinCode(() => bytesOf(number));
				expect(code).toBe(String(number % 1_000_000).padStart(6, '0'));
				expect(readJoinCode(formatJoinCode(code))).toEqual({ ok: true, value: code });
			})
		);
	});

	test('every code is as likely as every other one: a draw beyond the last full million is thrown away', () => {
		const draws = [16_000_000, 16_777_215, 482_913];
		expect(drawJoinCode(() => bytesOf(draws.shift() ?? 0))).toBe('482913');
		expect(draws).toEqual([]);
	});

	test('blanks, hyphens and full-width digits do not keep anybody out', () => {
		for (const typed of [' 482 913 ', '482-913', '482\u00a0913', '４８２９１３', '4 8 2 9 1 3'])
			expect(readJoinCode(typed)).toEqual({ ok: true, value: '482913' });
	});

	test('anything else is an unknown code', () => {
		for (const typed of ['', '48291', '4829131', 'abcdef', '48291e', '٤٨٢٩١٣'])
			expect(readJoinCode(typed)).toEqual({ ok: false, problem: { code: 'session.code-unknown' } });
	});
});
