import { expect, test } from 'vitest';
import { resizedBox, scaledBox } from './resized-box.ts';

const card = { x: 5, y: 6, w: 200, h: 100 };

test('a card gets the edges that were drawn, down to where one can still write on it', () => {
	expect(resizedBox(card, { x: 50, y: 10 }, false)).toEqual({ ...card, w: 250, h: 110 });
	expect(resizedBox(card, { x: -500, y: -500 }, false)).toEqual({ ...card, w: 96, h: 64 });
});

test('a picture keeps its proportion, whichever way its corner is drawn', () => {
	expect(resizedBox(card, { x: 100, y: 0 }, true)).toEqual({ ...card, w: 300, h: 150 });
	expect(resizedBox(card, { x: 0, y: 50 }, true)).toEqual({ ...card, w: 300, h: 150 });
	expect(resizedBox(card, { x: -500, y: -500 }, true)).toEqual({ ...card, w: 48, h: 24 });
});

test('larger and smaller by a button end where a thing can no longer be grasped', () => {
	expect(scaledBox(card, 1.25)).toEqual({ ...card, w: 250, h: 125 });
	expect(scaledBox(card, 0.01)).toEqual({ ...card, w: 48, h: 24 });
	expect(scaledBox(card, 1e9).w).toBe(20_000);
});
