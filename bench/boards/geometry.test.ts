import { expect, test } from 'vitest';
import { firstBlock, middle, movedByOthers, notes, side, wholeBoard } from './geometry.js';

test('all notes have a place of their own, and one lies in the middle', () => {
	const planned = notes(500);
	expect(new Set(planned.map(({ x, y }) => `${x} ${y}`)).size).toBe(500);
	expect(planned).toContainEqual(middle(500).note);
});

test('a frame around the first block holds its hundred notes and no other', () => {
	const { from, to } = firstBlock(500, { wide: 20, high: 5 });
	const touched = notes(500).filter(({ x, y }) => x + side > from.x && y + side > from.y && x < to.x && y < to.y);
	const inside = touched.filter(({ x, y }) => x > from.x && y > from.y && x + side < to.x && y + side < to.y);
	expect(inside).toHaveLength(100);
	expect(touched).toEqual(inside);
});

test('the whole board is seen, or as much of it as one can see', () => {
	const whole = wholeBoard(500, { w: 1280, h: 800 }, 0.03);
	for (const { x, y } of notes(500)) {
		expect((x - whole.x) * whole.zoom).toBeGreaterThan(0);
		expect((y + side - whole.y) * whole.zoom).toBeLessThan(800);
	}
	expect(wholeBoard(10_000, { w: 1280, h: 800 }, 0.1).zoom).toBe(0.1);
});

test('others move many different notes, each a little', () => {
	const planned = notes(500);
	const moved = Array.from({ length: 100 }, (_, turn) => movedByOthers(planned, turn));
	expect(new Set(moved.map(({ id }) => id)).size).toBe(100);
	for (const { id, x, y } of moved) {
		const home = planned.find((note) => note.id === id);
		expect(Math.hypot(x - (home?.x ?? NaN), y - (home?.y ?? NaN))).toBeLessThan(15);
	}
});
