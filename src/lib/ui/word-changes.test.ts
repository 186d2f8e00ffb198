import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordChanges, type WordChange } from './word-changes.ts';

const told = (before: string, after: string) =>
	wordChanges(before, after)
		.map(({ kind, text }) => ({ kept: text, removed: `[-${text}-]`, inserted: `[+${text}+]` })[kind])
		.join('');
const without = (kind: WordChange['kind'], changes: readonly WordChange[]) =>
	changes
		.filter((change) => change.kind !== kind)
		.map(({ text }) => text)
		.join('');

describe('what became of a wording, word by word', () => {
	test('a word that was changed is named as the old and the new one, the rest is kept', () => {
		expect(told('Mehr Radwege bauen', 'Weniger Radwege bauen')).toBe('[-Mehr-][+Weniger+] Radwege bauen');
		expect(told('Wir liefern bis März.', 'Wir liefern bis Mai.')).toBe('Wir liefern bis [-März-][+Mai+].');
	});

	test('words that stand side by side are changed together, not one by one', () => {
		expect(told('Mehr Radwege bauen', 'Weniger Busse bauen')).toBe('[-Mehr Radwege-][+Weniger Busse+] bauen');
	});

	test('what was added or left out stands alone', () => {
		expect(told('Radwege', 'Radwege beleuchten')).toBe('Radwege[+ beleuchten+]');
		expect(told('Radwege und Busse', 'Radwege')).toBe('Radwege[- und Busse-]');
		expect(told('', 'Radwege')).toBe('[+Radwege+]');
		expect(told('Radwege', '')).toBe('[-Radwege-]');
	});

	test('the same words have not changed', () => {
		expect(wordChanges('Radwege', 'Radwege')).toEqual([{ kind: 'kept', text: 'Radwege' }]);
		expect(wordChanges('', '')).toEqual([]);
	});

	const words = fc
		.array(fc.constantFrom('Radweg', 'Bus', 'Äcker', 'e\u0301', ' ', '  ', '\n', '.', '🚲', '👨‍👩‍👧', '\ud800'), {
			maxLength: 40
		})
		.map((all) => all.join(''));
	const text = fc.oneof(words, fc.string({ unit: 'binary' }));

	test('what was kept and inserted gives the new wording, what was kept and removed the old one', () => {
		fc.assert(
			fc.property(text, text, (before, after) => {
				const changes = wordChanges(before, after);
				expect(without('removed', changes)).toBe(after);
				expect(without('inserted', changes)).toBe(before);
				for (const [at, change] of changes.entries()) {
					expect(change.text).not.toBe('');
					expect(change.kind).not.toBe(changes[at + 1]?.kind);
				}
			}),
			{ numRuns: 500 }
		);
	});

	test('two long texts that have nothing in common are told at once', () => {
		const [before, after] = ['a ', 'b\n'].map((word) => word.repeat(20_000)) as [string, string];
		expect(wordChanges(before, after).map(({ kind }) => kind)).toEqual(['removed', 'inserted']);
	});
});
