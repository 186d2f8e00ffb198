import { expect, test } from 'vitest';
import { contested } from './contested.ts';
import { methods, type AnyMethod } from './methods.ts';

const apart = (method: AnyMethod, params: unknown, payloads: unknown[]) =>
	contested(method, params, ['A', 'B'], payloads);

test('a group that is split over an option is said to be, one that is of one mind or lukewarm is not', () => {
	const split = [0, 1, 9, 10, 5].map((A) => ({ A, B: 5 }));
	expect(apart(methods.resistance, { scaleMax: 10 }, split)).toEqual(['A']);
	expect(apart(methods.resistance, { scaleMax: 10 }, split.slice(0, 3))).toEqual([]);
	expect(
		apart(
			methods.resistance,
			{ scaleMax: 2 },
			[0, 0, 2, 2].map((B) => ({ A: 1, B }))
		)
	).toEqual(['B']);
});

test('scores count by the weight of their criteria, and who does not judge does not divide', () => {
	const params = {
		scaleMax: 10,
		criteria: [
			{ id: 'x', label: 'x', weight: 3 },
			{ id: 'y', label: 'y', weight: 1 }
		]
	};
	const ballots = [{ A: { x: 10, y: 0 } }, { A: { x: 9, y: 9 } }, { A: { x: 0, y: 10 } }, { A: { x: 1 } }, {}];
	expect(apart(methods.weighted, params, ballots)).toEqual(['A']);
});

test('where there is no scale nothing is said', () => {
	expect(apart(methods.dots, { dots: 2, maxPerOption: 1 }, [{ A: 1 }, { B: 1 }, { A: 1 }, { B: 1 }])).toEqual([]);
});
