import { describe, expect, test } from 'vitest';
import { Arranging, type ToArrange } from './arranging.svelte.ts';

const card = (elementId: string, text: string, clusterId: string | null = null) => ({
	elementId,
	text,
	clusterId,
	late: false
});
const state: ToArrange = {
	clusters: [
		{ elementId: 'c1', title: 'Verkehr', locked: false, cards: 2 },
		{ elementId: 'c2', title: 'Pflege', locked: false, cards: 0 }
	],
	cards: [
		card('n1', 'Radweg', 'c1'),
		card('n2', 'Glasfaser'),
		card('n3', 'Bus am Abend', 'c1'),
		card('n4', 'Radwegenetz'),
		card('n5', 'Schulhof')
	]
};

describe('putting cards in order', () => {
	test('the cards without a group come first, then each group with its own', () => {
		const { sections } = new Arranging(() => state);
		expect(sections.map(({ cluster, cards }) => [cluster?.title, cards.map(({ elementId }) => elementId)])).toEqual([
			[undefined, ['n2', 'n4', 'n5']],
			['Verkehr', ['n1', 'n3']],
			['Pflege', []]
		]);
	});

	test('a search shows cards by their words and whole groups by their name, and says how many there are', () => {
		const arranging = new Arranging(() => state);
		arranging.wanted = ' rad';
		expect(arranging.shown).toEqual(['n4', 'n1']);
		expect(arranging.sections.map(({ total }) => total)).toEqual([3, 2]);
		arranging.wanted = 'VERKEHR';
		expect(arranging.shown).toEqual(['n1', 'n3']);
	});

	test('a range goes from the last card to this one, in either direction and in the shown order', () => {
		const arranging = new Arranging(() => state);
		arranging.tick('n4', true);
		arranging.tick('n3', true, true);
		expect(arranging.chosen).toEqual(['n1', 'n3', 'n4', 'n5']);
		arranging.tick('n5', false, true);
		expect(arranging.chosen).toEqual(['n4']);
	});

	test('what is chosen stays chosen while something else is looked for, until it is done', () => {
		const arranging = new Arranging(() => state);
		arranging.tickAll(['n1', 'n2'], true);
		arranging.wanted = 'Schulhof';
		expect(arranging.chosen).toEqual(['n1', 'n2']);
		arranging.done();
		expect(arranging.chosen).toEqual([]);
	});

	test('offers cards that say something alike, never those that are asked about', () => {
		const arranging = new Arranging(() => state);
		expect(arranging.alike(['n1']).map(({ elementId }) => elementId)).toEqual(['n4']);
		expect(arranging.alike(arranging.cardsIn('c1')).map(({ elementId }) => elementId)).toEqual(['n4']);
	});
});
