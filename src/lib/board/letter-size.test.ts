import { expect, test } from 'vitest';
import { letterSize } from './letter-size.ts';

test('a few words are written large, many small, and never too small to read', () => {
	expect(letterSize('Radwege', 200, 200)).toBe(23);
	expect(letterSize('Radwege zwischen den Ortsteilen ausbauen, damit Kinder sicher zur Schule kommen', 200, 200)).toBe(
		21
	);
	expect(letterSize('Wort '.repeat(200), 200, 200)).toBe(16);
});

test('a long German word makes the letters smaller instead of being torn', () => {
	expect(letterSize('Hauptverwaltungsbeamtinnen', 200, 200)).toBe(16);
});
