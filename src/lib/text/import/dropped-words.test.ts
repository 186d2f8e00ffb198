import { afterEach, expect, test } from 'vitest';
import { overwriteGetLocale } from '#paraglide/runtime.js';
import { Tally } from './dropped.ts';
import { droppedWords } from './dropped-words.ts';

afterEach(() => overwriteGetLocale(() => 'de'));

test('what did not come along is said in one order and in the grammar of the language', () => {
	const tally = new Tally();
	tally.count('rest', 12);
	tally.count('footnotes');
	tally.count('pictures', 2);
	tally.count('comments', 0);
	overwriteGetLocale(() => 'de');
	expect(droppedWords(tally.dropped)).toBe('2 Bilder, 1 Fußnote, die letzten 12 Absätze, weil der Text zu lang ist');
	overwriteGetLocale(() => 'en');
	expect(droppedWords(tally.dropped)).toBe(
		'2 pictures, 1 footnote, the last 12 paragraphs, because the text is too long'
	);
	expect(droppedWords({})).toBe('');
});
