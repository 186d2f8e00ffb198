import { describe, expect, test } from 'vitest';
import { add, table } from '../../../tests/support/board-tables.ts';
import { readBoard } from '../snapshot.ts';
import { stackElements, type Stacking } from './stack-elements.ts';

function tableWithPile() {
	const anna = table(1);
	for (const [at, id] of ['a', 'b', 'c', 'd'].entries()) add(anna, { id, x: at * 20, y: 0 });
	return anna;
}
const pile = (anna: ReturnType<typeof table>) => readBoard(anna.docs).elements.map(({ id }) => id);

describe('who lies above whom', () => {
	test.each<[string[], Stacking, string[]]>([
		[['a'], 'front', ['b', 'c', 'd', 'a']],
		[['a'], 'forward', ['b', 'a', 'c', 'd']],
		[['d'], 'backward', ['a', 'b', 'd', 'c']],
		[['d'], 'back', ['d', 'a', 'b', 'c']],
		[['a', 'c'], 'front', ['b', 'd', 'a', 'c']],
		[['b', 'd'], 'back', ['b', 'd', 'a', 'c']],
		[['a', 'b'], 'forward', ['c', 'a', 'b', 'd']]
	])('%j go to the %s', (ids, way, expected) => {
		const anna = tableWithPile();
		expect(stackElements(anna.docs, ids, way, anna.origin, anna.random)).toEqual({ ok: true, value: ids.length });
		expect(pile(anna)).toEqual(expected);
	});

	test('one step passes the next one that is touched, however many lie elsewhere', () => {
		const anna = table(1);
		for (const [id, x] of Object.entries({ a: 0, far: 5_000, b: 20, c: 40 })) add(anna, { id, x, y: 0 });
		stackElements(anna.docs, ['a'], 'forward', anna.origin, anna.random);
		expect(pile(anna)).toEqual(['far', 'b', 'a', 'c']);
	});

	test('a card stays in its area and beside its area nothing changes', () => {
		const anna = table(1);
		add(anna, { id: 'area', type: 'area' });
		add(anna, { id: 'other', type: 'area', x: 5_000 });
		for (const id of ['a', 'b']) add(anna, { id, parent: 'area' });
		stackElements(anna.docs, ['a', 'area'], 'front', anna.origin, anna.random);
		const { children, byId } = readBoard(anna.docs);
		expect(children.get(null)?.map(({ id }) => id)).toEqual(['other', 'area']);
		expect(children.get('area')?.map(({ id }) => id)).toEqual(['b', 'a']);
		expect(byId.get('a')?.parent).toBe('area');
	});

	test('what lies on top already is not written again', () => {
		const anna = tableWithPile();
		expect(stackElements(anna.docs, ['d'], 'front', anna.origin, anna.random)).toEqual({ ok: true, value: 0 });
	});
});
