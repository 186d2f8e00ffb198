import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { around, fit, pan, reveal, seen, toBoard, toScreen, zoomAt, zoomLimits } from './camera.ts';

const size = { w: 1200, h: 800 };
const place = fc.record({ x: fc.integer({ min: -9999, max: 9999 }), y: fc.integer({ min: -9999, max: 9999 }) });
const camera = fc.record({
	x: fc.integer({ min: -9999, max: 9999 }),
	y: fc.integer({ min: -9999, max: 9999 }),
	zoom: fc.double({ min: zoomLimits.least, max: zoomLimits.most, noNaN: true })
});

describe('looking at the board', () => {
	test('what is under the finger stays under the finger while zooming', () => {
		fc.assert(
			fc.property(camera, place, fc.double({ min: 0.2, max: 5, noNaN: true }), (from, at, factor) => {
				const before = toBoard(from, at);
				const after = toScreen(zoomAt(from, at, factor), before);
				expect(after.x).toBeCloseTo(at.x, 3);
				expect(after.y).toBeCloseTo(at.y, 3);
			})
		);
	});

	test('nobody zooms so far that nothing is seen any more', () => {
		const from = { x: 0, y: 0, zoom: 1 };
		expect(zoomAt(from, { x: 0, y: 0 }, 1e9).zoom).toBe(zoomLimits.most);
		expect(zoomAt(from, { x: 0, y: 0 }, 1e-9).zoom).toBe(zoomLimits.least);
	});

	test('the board follows the hand at every zoom', () => {
		fc.assert(
			fc.property(camera, place, (from, way) => {
				const held = toBoard(from, { x: 10, y: 10 });
				const now = toScreen(pan(from, way), held);
				expect(now.x).toBeCloseTo(10 + way.x, 3);
				expect(now.y).toBeCloseTo(10 + way.y, 3);
			})
		);
	});

	test('"Einpassen" shows the whole board in the middle and never larger than life', () => {
		const box = { x: 100, y: 200, w: 4800, h: 1360 };
		const view = seen(fit(box, size), size);
		expect(view.x).toBeLessThanOrEqual(box.x);
		expect(view.y).toBeLessThanOrEqual(box.y);
		expect(view.x + view.w).toBeGreaterThanOrEqual(box.x + box.w);
		expect(view.x + view.w / 2).toBeCloseTo(box.x + box.w / 2);
		expect(fit({ x: 0, y: 0, w: 10, h: 10 }, size).zoom).toBe(1);
		expect(fit(null, size).zoom).toBe(1);
	});

	test('a card reached by an arrow key comes into view by the shortest way', () => {
		const from = { x: 0, y: 0, zoom: 1 };
		expect(reveal(from, { x: 300, y: 300, w: 200, h: 200 }, size)).toEqual(from);
		expect(reveal(from, { x: 1300, y: 300, w: 200, h: 200 }, size)).toEqual({ x: 364, y: 0, zoom: 1 });
		expect(reveal(from, { x: -300, y: 300, w: 200, h: 200 }, size)).toEqual({ x: -364, y: 0, zoom: 1 });
		expect(reveal(from, { x: 0, y: 0, w: 5000, h: 100 }, size).x).toBe(-64);
	});

	test('the box around several things holds all of them', () => {
		expect(around([])).toBeNull();
		expect(
			around([
				{ x: 0, y: 10, w: 5, h: 5 },
				{ x: -5, y: 0, w: 5, h: 5 }
			])
		).toEqual({ x: -5, y: 0, w: 10, h: 15 });
	});
});
