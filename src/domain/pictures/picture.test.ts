import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureLimits, readPicture } from './picture.ts';

const bytes = (...parts: (string | number[])[]) =>
	Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));
const png = (w: number[], h: number[]) => bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, ...w, 0, 0, ...h]);
const known = {
	png: png([1, 64], [0, 200]),
	gif: bytes('GIF89a', [64, 1, 200, 0]),
	webp: bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0], [63, 1, 0, 199, 0, 0]),
	jpeg: bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2], [0xff, 0xc0, 0, 17, 8, 0, 200, 1, 64, 3])
};

describe('a picture for a board', () => {
	test.each(Object.entries(known))('is a %s by its first bytes, with its size', (kind, content) => {
		expect(readPicture(content)).toEqual({ ok: true, value: { kind, w: 320, h: 200 } });
	});

	test('is refused when it is something else, whatever it is called', () => {
		for (const content of ['', '<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', '%PDF-1.7', '\x89PNG', 'BM1234'])
			expect(readPicture(bytes(content)), content).toMatchObject({ problem: { code: 'picture.kind-unknown' } });
	});

	test('is refused when it is too large, in bytes or in points', () => {
		const heavy = new Uint8Array(pictureLimits.bytes + 1);
		heavy.set(known.png);
		for (const content of [heavy, png([200, 0], [0, 1])])
			expect(readPicture(content)).toMatchObject({ problem: { code: 'picture.too-large', megabytes: 4 } });
	});

	test('is read or refused, whatever the bytes are', () => {
		const begins = fc.constantFrom(...Object.values(known), Uint8Array.of(0xff, 0xd8, 0xff, 0xff));
		fc.assert(
			fc.property(begins, fc.nat(30), fc.uint8Array({ maxLength: 80 }), (begin, kept, rest) => {
				const answer = readPicture(Uint8Array.from([...begin.slice(0, kept), ...rest]));
				expect(answer.ok || answer.problem.code.startsWith('picture.')).toBe(true);
			})
		);
	});
});
