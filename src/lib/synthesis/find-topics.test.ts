import { expect, test } from 'vitest';
import { findTopics } from './find-topics.ts';
import type { Topic } from './topic.ts';

const topic = (title: string, more: Partial<Topic> = {}): Topic => ({
	id: title,
	title,
	group: 'Schule und Kultur',
	colour: null,
	cards: [],
	dots: null,
	voters: null,
	cast: null,
	contested: false,
	placedIn: [],
	leftOutReason: null,
	agreed: [],
	...more
});

const topics = [
	topic('Wege', { cards: [{ elementId: 'a', text: 'Radweg nach Schöningen' }] }),
	topic('Pflege', { placedIn: ['gesundheit'] }),
	topic('Ärzte', { leftOutReason: 'Aufgabe des Landes' })
];
const found = (words: string, openOnly = false) => findTopics(topics, words, openOnly).map(({ title }) => title);

test('a topic is found by its name, its group and the words of its cards, small letters or not', () => {
	expect(found('ärzte')).toEqual(['Ärzte']);
	expect(found('SCHÖNINGEN radweg')).toEqual(['Wege']);
	expect(found('kultur')).toEqual(['Wege', 'Pflege', 'Ärzte']);
	expect(found('kultur nichts')).toEqual([]);
});

test('open ones are those that lie nowhere and are not left out', () => {
	expect(found('', true)).toEqual(['Wege']);
});
