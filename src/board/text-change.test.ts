import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeAfter, changeBetween, type TextChange } from './text-change.ts';

const doTo = (text: string, { at, remove, insert }: TextChange) => text.slice(0, at) + insert + text.slice(at + remove);
const words = fc.string({ unit: fc.constantFrom('a', 'b', '🚲', '🚗', 'ä'), maxLength: 12 });

describe('a change to a text', () => {
	test('turns one text into the other and cuts no character in two', () => {
		fc.assert(
			fc.property(words, words, (from, to) => {
				const change = changeBetween(from, to);
				expect(doTo(from, change)).toBe(to);
				for (const part of [from.slice(0, change.at), change.insert]) expect(part.isWellFormed()).toBe(true);
			})
		);
	});

	test('writes only what differs', () => {
		expect(changeBetween('Der Bus fährt', 'Der rote Bus fährt')).toEqual({ at: 4, remove: 0, insert: 'rote ' });
		expect(changeBetween('🚲', '🚗')).toEqual({ at: 0, remove: 2, insert: '🚗' });
	});

	test.each([
		['Bus', 'Bus fährt', 'Der Bus', 'Der Bus fährt'],
		['Bus', 'Bahn', 'Bus!', 'Bahn!'],
		['eins zwei drei', 'eins drei', 'eins zwei und drei', 'eins und drei'],
		['abcdef', 'af', 'abXYef', 'aXYf'],
		['abcdef', 'f', 'ab', 'a'.slice(1)]
	])('from "%s", one writes "%s" while another wrote "%s": together "%s"', (before, mine, theirs, together) => {
		const steps = changeAfter(changeBetween(before, mine), changeBetween(before, theirs));
		expect(steps.reduce(doTo, theirs)).toBe(together);
	});

	test('always keeps everything the other wrote and everything newly written', () => {
		fc.assert(
			fc.property(words, words, words, (before, mine, theirs) => {
				const [wish, other] = [changeBetween(before, mine), changeBetween(before, theirs)];
				const result = changeAfter(wish, other).reduce(doTo, theirs);
				expect(result).toContain(other.insert);
				expect(result).toContain(wish.insert);
				expect(result.isWellFormed()).toBe(true);
			})
		);
	});
});
