import { expect, test } from 'vitest';
import { add, see, table } from '../../../tests/support/board-tables.ts';
import { limits } from '../limits.ts';
import { keys } from '../shape.ts';
import { resizeElement } from './resize-element.ts';

test('pulling at the upper left corner of an area leaves its content where it is seen', () => {
	const anna = table(1);
	add(anna, { id: 'a1', type: 'area', x: 100, y: 100 });
	add(anna, { id: 'n1', x: 200, y: 200, parent: 'a1' });
	resizeElement(anna.docs, 'a1', { x: 50, y: 60, w: 930, h: 680 }, anna.origin);
	expect(see(anna, 'a1')).toMatchObject({ x: 50, y: 60, w: 930, h: 680 });
	expect(see(anna, 'n1')).toMatchObject({ x: 200, y: 200, parent: 'a1' });
});

test('an edge that did not move is not written', () => {
	const anna = table(1);
	add(anna, { id: 'n1' });
	const map = anna.docs.find('n1')?.map;
	const place = map?.get(keys.place);
	resizeElement(anna.docs, 'n1', { x: 0, y: 0, w: 1, h: 300 }, anna.origin);
	expect(map?.get(keys.place)).toBe(place);
	expect(see(anna, 'n1')).toMatchObject({ w: limits.smallestSide, h: 300 });
});

test('what is gone cannot be resized', () => {
	const anna = table(1);
	expect(resizeElement(anna.docs, 'n1', { x: 0, y: 0, w: 9, h: 9 }, anna.origin).ok).toBe(false);
});
