import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import { Malformed, isAtEnd, measureText, readNumber, readText, readerOf } from './bounded-reading.ts';

const numbers = [0, 1, 127, 128, 300, 0xffffffff, 2 ** 40 + 5, Number.MAX_SAFE_INTEGER];

test.each(numbers)('the number %i is read as lib0 writes it', (number) => {
	const reader = readerOf(encoding.encode((encoder) => encoding.writeVarUint(encoder, number)));
	expect(readNumber(reader)).toBe(number);
	expect(isAtEnd(reader)).toBe(true);
});

test.each([
	['ends too early', [0x80, 0x80]],
	['is empty', []],
	['is too large for JavaScript', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]],
	['never ends', Array.from({ length: 300 }, () => 0x80)]
])('a number that %s is refused', (_what, bytes) => {
	expect(() => readNumber(readerOf(Uint8Array.from(bytes)))).toThrow(Malformed);
});

test('a number beyond what is allowed is refused', () => {
	expect(() => readNumber(readerOf(Uint8Array.from([11])), 10)).toThrow('at most 10');
});

test.each(['', 'Radweg', 'Fußgängerüberweg', '標識', '👩‍👩‍👧 und 🚲'])('"%s" is measured without being made', (text) => {
	const bytes = encoding.encode((encoder) => encoding.writeVarString(encoder, text));
	expect(readText(readerOf(bytes))).toBe(text);
	expect(measureText(readerOf(bytes))).toBe(text.length);
});
