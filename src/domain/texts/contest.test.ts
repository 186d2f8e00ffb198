import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contestOf, groupsOf, type Contestant } from './contest.ts';

/** Agreement, what people can bear, objections. */
const said = (id: string, agree: number, bearable: number, object: number, round = 1): Contestant => ({
	id,
	round,
	stances: { agree, bearable, object }
});
const all = () => true;
const ids = (some: readonly Contestant[]) => some.map(({ id }) => id);
const standing = (suggestions: readonly Contestant[], excludes: (a: Contestant, b: Contestant) => boolean = all) => {
	const { places, unplaced, tied, leading } = contestOf(suggestions, excludes);
	return { places: places.map(ids), unplaced: ids(unplaced), tied: ids(tied), leading: ids(leading) };
};

describe('the declared rule', () => {
	test('puts the fewest objections first, whatever the agreement', () => {
		expect(standing([said('a', 9, 0, 1), said('b', 1, 0, 0)])).toEqual({
			places: [['b'], ['a']],
			unplaced: [],
			tied: [],
			leading: ['b']
		});
	});

	test('puts the most agreement first where objections are equal', () => {
		const { places, leading } = standing([said('a', 2, 9, 1), said('b', 3, 0, 1), said('c', 1, 0, 1)]);
		expect(places).toEqual([['b'], ['a'], ['c']]);
		expect(leading).toEqual(['b']);
	});

	test.each([
		['agreement alone', said('a', 3, 0, 0), said('b', 3, 0, 0), ['a', 'b']],
		['equal objections and agreement', said('a', 3, 0, 2), said('b', 3, 0, 2), ['a', 'b']],
		['whatever people can bear', said('a', 3, 7, 0), said('b', 3, 0, 0), ['a', 'b']],
		['nothing but what people can bear', said('a', 0, 1, 0), said('b', 0, 4, 0), ['a', 'b']],
		['nothing but objections', said('a', 0, 0, 1), said('b', 0, 0, 1), ['a', 'b']],
		['one voice more', said('a', 4, 0, 0), said('b', 3, 0, 0), []],
		['one objection less', said('a', 3, 0, 0), said('b', 3, 0, 1), []]
	])('calls it a tie by %s', (_, one, other, tied) => {
		expect(standing([one, other]).tied).toEqual(tied);
		expect(standing([other, one]).tied).toEqual([...tied].reverse());
	});

	test('knows a tie of three, and one in the second place is none', () => {
		expect(standing([said('a', 2, 0, 0), said('b', 2, 1, 0), said('c', 2, 5, 0), said('d', 1, 0, 0)])).toMatchObject({
			places: [['a', 'b', 'c'], ['d']],
			tied: ['a', 'b', 'c'],
			leading: []
		});
		expect(standing([said('a', 3, 0, 0), said('b', 2, 0, 0), said('c', 2, 0, 0)])).toMatchObject({
			places: [['a'], ['b', 'c']],
			tied: [],
			leading: ['a']
		});
	});
});

describe('without a stance', () => {
	test('there is no place, and with one place no result', () => {
		expect(standing([])).toEqual({ places: [], unplaced: [], tied: [], leading: [] });
		expect(standing([said('a', 0, 0, 0), said('b', 0, 0, 0)])).toMatchObject({ places: [], unplaced: ['a', 'b'] });
		expect(standing([said('a', 5, 0, 0), said('b', 0, 0, 0)])).toEqual({
			places: [['a']],
			unplaced: ['b'],
			tied: [],
			leading: []
		});
	});

	test('a third suggestion is in nobody’s way', () => {
		expect(standing([said('a', 3, 0, 0), said('b', 0, 0, 0), said('c', 3, 0, 0)])).toMatchObject({
			unplaced: ['b'],
			tied: ['a', 'c']
		});
	});

	test('one objection to one suggestion makes no other one win', () => {
		expect(standing([said('a', 0, 0, 1), said('b', 0, 0, 0)])).toMatchObject({ leading: [], tied: [] });
	});
});

describe('a run-off', () => {
	test('counts alone, whatever was said before or came in meanwhile', () => {
		const [deferred, late] = [said('c', 9, 0, 0), said('d', 8, 0, 0)];
		expect(standing([said('a', 1, 0, 0, 2), said('b', 2, 0, 0, 2), deferred, late])).toEqual({
			places: [['b'], ['a']],
			unplaced: ['c', 'd'],
			tied: [],
			leading: ['b']
		});
		expect(contestOf([said('a', 0, 0, 0, 2), said('b', 0, 0, 0, 2)], all).round).toBe(2);
	});
});

describe('a tie', () => {
	const chain = (one: Contestant, other: Contestant) => [one.id, other.id].includes('b');

	test('is only between those of which the text can have one', () => {
		expect(standing([said('a', 3, 0, 0), said('b', 1, 0, 0), said('c', 3, 0, 0)], chain)).toMatchObject({
			tied: [],
			leading: ['a', 'c']
		});
		expect(standing([said('a', 3, 0, 0), said('b', 3, 0, 0), said('c', 3, 0, 0)], chain).tied).toEqual(['a', 'b', 'c']);
	});

	test('does not depend on the order in which suggestions come', () => {
		const count = fc.integer({ min: 0, max: 3 });
		const some = fc.array(fc.tuple(count, count, count, fc.integer({ min: 1, max: 2 })), { maxLength: 7 });
		fc.assert(
			fc.property(some, fc.infiniteStream(fc.nat()), (counts, luck) => {
				const given = counts.map(([agree, bearable, object, round], at) =>
					said(`s${at}`, agree, bearable, object, round)
				);
				const shuffled = given
					.map((each) => ({ each, luck: luck.next().value as number }))
					.sort((a, b) => a.luck - b.luck)
					.map(({ each }) => each);
				const [one, other] = [standing(given), standing(shuffled)];
				expect(other.places.map((place) => [...place].sort())).toEqual(one.places.map((place) => [...place].sort()));
				expect([...other.tied].sort()).toEqual([...one.tied].sort());
				expect(one.tied.length === 1).toBe(false);
				expect([...one.places.flat(), ...one.unplaced].sort()).toEqual(ids(given).sort());
			})
		);
	});
});

test('what belongs together is found through others, and keeps its order', () => {
	const near = (one: number, other: number) => Math.abs(one - other) === 1;
	expect(groupsOf([5, 1, 3, 8, 2, 4], near)).toEqual([[5, 1, 3, 2, 4], [8]]);
	expect(groupsOf([], near)).toEqual([]);
});
