import { expect, test } from 'vitest';
import { add, table } from '../../tests/support/board-tables.ts';
import { freePlaces } from './free-places.ts';
import { readBoard } from './snapshot.ts';

const size = { w: 200, h: 200 };

test('cards from phones fill an area row by row around what lies there', () => {
	const anna = table(1);
	add(anna, { id: 'a1', type: 'area', x: 1_000, y: 0, w: 700, h: 900 });
	add(anna, { id: 'n1', parent: 'a1', x: 1_240, y: 170 });
	expect(freePlaces(readBoard(anna.docs), 'a1', 4, size)).toEqual([
		{ x: 1_024, y: 160 },
		{ x: 1_472, y: 160 },
		{ x: 1_024, y: 384 },
		{ x: 1_248, y: 384 }
	]);
});

test('an area narrower than a card still gets them, one below the other', () => {
	const anna = table(1);
	add(anna, { id: 'a1', type: 'area', w: 100, h: 100 });
	const places = freePlaces(readBoard(anna.docs), 'a1', 3, size);
	expect(places.map(({ y }) => y)).toEqual([160, 384, 608]);
});

test('a board covered by huge things is not searched for ever', () => {
	const anna = table(1);
	for (let at = 0; at < 50; at++) add(anna, { id: `n${at}`, y: at * 20_000, w: 20_000, h: 20_000 });
	expect(freePlaces(readBoard(anna.docs), null, 2, size).length).toBe(2);
});
