import { describe, expect, test } from 'vitest';
import { commentParts, countMentions, mentionable, mentionAt, withMentions } from './mentions.ts';

const people = [
	{ personId: '1', name: 'Ada' },
	{ personId: '2', name: 'Ada Muster' },
	{ personId: '3', name: 'Herr Brandt (Kreistag)' },
	{ personId: '4', name: '' }
];

describe('who is called in a comment', () => {
	test('stands in it as a mark and beside it as an id, so that no name is kept', () => {
		const { text, mentions } = withMentions('@Ada Muster und @Ada: bitte an @Niemand denken', people);
		expect(text).not.toMatch(/Ada/);
		expect(mentions).toEqual(['2', '1']);
		expect(countMentions(text)).toBe(2);
		expect(commentParts(text)).toEqual([{ mention: 0 }, ' und ', { mention: 1 }, ': bitte an @Niemand denken']);
	});

	test('is nobody where a mark was pasted', () => {
		expect(withMentions('a\uFFFCb', people)).toEqual({ text: 'ab', mentions: [] });
		expect(commentParts('ganz ohne')).toEqual(['ganz ohne']);
	});

	test('is sought by the letters behind the sign, as long as they could be a name', () => {
		expect(mentionAt('Frage an @Bra', 13)).toEqual({ from: 9, letters: 'Bra' });
		expect(mentionAt('Frage an @', 10)).toEqual({ from: 9, letters: '' });
		expect(mentionAt('a@kreis.de', 10)).toBeNull();
		expect(mentionAt('@Ada\nund', 8)).toBeNull();
		expect(mentionAt('kein Zeichen', 5)).toBeNull();
		expect(mentionable(people, 'bra').map(({ personId }) => personId)).toEqual(['3']);
		expect(mentionable(people, 'kreis').map(({ personId }) => personId)).toEqual(['3']);
		expect(mentionable(people, 'ada m').map(({ personId }) => personId)).toEqual(['2']);
	});
});
