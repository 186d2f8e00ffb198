import { describe, expect, test } from 'vitest';
import type { Contestant } from '#domain/texts/contest.ts';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { collide, collideIn } from './collide.ts';
import { rivalriesOf } from './contests.ts';
import { waysIn } from './place.ts';
import type { Rewording } from './rewording.ts';

const p = (id: string, words: string): DocNode => ({
	type: 'paragraph',
	attrs: { id },
	...(words && { content: [{ type: 'text', text: words }] })
});
const list = (...items: DocNode[]): DocNode => ({
	type: 'bulletList',
	content: items.map((each) => ({ type: 'listItem', content: [each] }))
});
const care = 'Wir fördern die Pflege. Wir stärken das Ehrenamt. Wir bauen Radwege.';
const roads = list(p('x', 'Wir bauen Wege.'), p('y', 'Wir pflegen Wege.'));
const text: Doc = { type: 'doc', content: [p('a', 'Vision'), p('b', care), roads] };

const says = (old: string, young: string): Rewording => ({
	before: [p('b', care)],
	after: [p('b', care.replace(old, young))]
});
const suggestion = (id: string, rewording: Rewording, agree = 0): Contestant & Rewording => ({
	...{ id, round: 1, stances: { agree, bearable: 0, object: 0 } },
	...rewording
});
const groups = (suggestions: readonly (Contestant & Rewording)[]) =>
	rivalriesOf(text, suggestions).map(({ rivals }) => rivals.map(({ id }) => id));

describe('suggestions compete', () => {
	test('for the same sentence, not for two sentences of one paragraph', () => {
		const both = [suggestion('1', says('die Pflege', 'gute Pflege')), suggestion('2', says('die Pflege', 'alle'))];
		expect(groups([...both, suggestion('3', says('Radwege', 'Brücken'))])).toEqual([['1', '2']]);
		expect(groups([both[0]!, suggestion('3', says('Radwege', 'Brücken'))])).toEqual([]);
	});

	test('where one would take away what the other changes, also in a list', () => {
		const gone = suggestion('1', { before: [roads], after: [] });
		const other = suggestion('2', { before: [p('y', 'Wir pflegen Wege.')], after: [p('y', 'Wir pflegen sie.')] });
		expect(groups([gone, other])).toEqual([['1', '2']]);
	});

	test('not when they want the same words, nor when the text has moved on', () => {
		const same = says('die Pflege', 'gute Pflege');
		expect(groups([suggestion('1', same), suggestion('2', same)])).toEqual([]);
		const stale = { before: [p('b', care.replace('die', 'alle'))], after: [p('b', care.replace('die', 'jede'))] };
		expect(groups([suggestion('1', same), suggestion('2', stale)])).toEqual([]);
	});

	test('also through a third one that stands against both', () => {
		const wide = { before: [p('b', care)], after: [p('b', 'Wir halten zusammen.')] };
		const some = [
			suggestion('1', says('die Pflege', 'gute Pflege'), 3),
			suggestion('2', wide, 1),
			suggestion('3', says('Radwege', 'Brücken'), 3)
		];
		const [rivalry] = rivalriesOf(text, some);
		expect(rivalry?.rivals.map(({ id }) => id)).toEqual(['1', '2', '3']);
		// The text can have both first ones, so they are no tie.
		expect(rivalry?.tied).toEqual([]);
		expect(rivalry?.leading.map(({ id }) => id)).toEqual(['1', '3']);
	});

	test('and tie by the poll', () => {
		const [rivalry] = rivalriesOf(text, [
			suggestion('1', says('die Pflege', 'gute Pflege'), 3),
			suggestion('2', says('die Pflege', 'alle'), 3),
			suggestion('3', says('die Pflege', 'niemanden'), 1)
		]);
		expect(rivalry?.tied.map(({ id }) => id)).toEqual(['1', '2']);
		expect(rivalry?.rivals).toHaveLength(3);
	});
});

test('looking at the blocks around two passages finds the same as looking at the whole text', () => {
	const some: Rewording[] = [
		says('die Pflege', 'gute Pflege'),
		says('die Pflege', 'alle'),
		says('Radwege', 'Brücken'),
		{ before: [roads], after: [] },
		{ before: [p('x', 'Wir bauen Wege.')], after: [p('x', 'Wir bauen.'), p('n', 'Neu.')] },
		{ before: [p('b', care), roads], after: [p('b', 'Kurz.')] }
	];
	const ways = waysIn(text);
	for (const one of some)
		for (const other of some) expect(collideIn(text, ways, one, other)).toBe(collide(text, one, other));
});
