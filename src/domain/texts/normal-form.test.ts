import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lengthOf, normaliseLine, normaliseText, sameWords } from './normal-form.ts';

describe('the normal form of a text', () => {
	test('what is in normal form stays as it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const once = normaliseText(text);
				expect(normaliseText(once)).toBe(once);
				expect(normaliseLine(normaliseLine(text))).toBe(normaliseLine(text));
			})
		);
	});

	test('no text keeps a character that the database or an export would refuse', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
				const text = normaliseText(String.fromCharCode(...units));
				expect(text.isWellFormed()).toBe(true);

				expect(text).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u200B\u202E]/);
			})
		);
	});

	test('a goal typed on a Mac and on Windows is the same goal', () => {
		const composed = '\u00fc';
		const decomposed = 'u\u0308';
		expect(normaliseText(`Schulplätze  \r\nfr${decomposed}h\t\r\n\r\n`)).toBe(`Schulplätze\nfr${composed}h`);
	});

	test('emoji sequences and right-to-left names come through whole', () => {
		const family = '👩‍👩‍👧';
		const name = 'שלום עולם';
		const persian = 'می‌خواهم';
		expect(normaliseText(`${family} ${name} ${persian}`)).toBe(`${family} ${name} ${persian}`);
	});

	test('a name cannot turn the rest of the line around', () => {
		expect(normaliseLine('Anna\u202Egro.live\u2066')).toBe('Annagro.live');
	});

	test('a line keeps no line breaks', () => {
		expect(normaliseLine('  Rad\u2028und\n Fußwege ')).toBe('Rad und Fußwege');
	});

	test('an emoji counts as one character', () => {
		expect(lengthOf('🚲 ä')).toBe(3);
	});

	test('blanks and line breaks make no other words, a capital letter does', () => {
		expect(sameWords(' Mehr  Radwege\n', 'Mehr\nRadwege')).toBe(true);
		expect(sameWords('mehr Radwege', 'Mehr Radwege')).toBe(false);
	});
});
