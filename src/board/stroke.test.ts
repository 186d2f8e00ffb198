import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInk } from './elements/ink.ts';
import { limits } from './limits.ts';
import { packStroke, simplified, sizeOf, strokeMargin, strokePath, unpackStroke, type StrokePoint } from './stroke.ts';

const place = fc.record({ x: fc.integer({ min: -9_000, max: 9_000 }), y: fc.integer({ min: -9_000, max: 9_000 }) });
const wave = (count: number): StrokePoint[] =>
	Array.from({ length: count }, (_, at) => ({ x: at * 3, y: Math.round(Math.sin(at / 9) * 400 + Math.sin(at) * 30) }));

describe('a stroke', () => {
	test('comes back from its packing where it was drawn', () => {
		fc.assert(
			fc.property(fc.array(place, { minLength: 1, maxLength: 60 }), (drawn) => {
				const { x, y, w, h, ink } = packStroke(drawn, 0.25)!;
				const points = unpackStroke(ink);
				expect(isInk(ink)).toBe(true);
				expect({ w, h }).toEqual(sizeOf(points));
				const onBoard = points.map((point) => ({ x: point.x + x, y: point.y + y }));
				expect(onBoard[0]).toEqual(drawn[0]);
				expect(onBoard.at(-1)).toEqual(drawn.at(-1));
				for (const point of onBoard) expect(drawn).toContainEqual(point);
				for (const point of points) expect(Math.min(point.x, point.y)).toBeGreaterThanOrEqual(strokeMargin);
			})
		);
	});

	test('loses the points that no eye would miss, and none that lies farther beside the line', () => {
		const straight = Array.from({ length: 100 }, (_, at) => ({ x: at, y: 0 }));
		expect(simplified(straight, 0.5)).toEqual([straight[0], straight[99]]);
		const bent = [...straight, { x: 99, y: 50 }];
		expect(simplified(bent, 0.5)).toEqual([straight[0], straight[99], { x: 99, y: 50 }]);
	});

	test('that never ends gets coarser and stays whole and small', () => {
		const drawn = wave(40_000).map(({ x, y }) => ({ x: x % 15_000, y }));
		const { ink } = packStroke(drawn, 0.25)!;
		expect(ink.length).toBeLessThanOrEqual(limits.inkLetters);
		expect(unpackStroke(ink).length).toBeGreaterThan(100);
		expect(packStroke(wave(300), 0.75)!.ink.length).toBeLessThan(900);
	});

	test('of one point is a dot that can be seen and grasped', () => {
		const { w, h, ink } = packStroke([{ x: 5.4, y: 7 }], 1)!;
		expect(Math.min(w, h)).toBeGreaterThanOrEqual(limits.smallestSide);
		expect(strokePath(unpackStroke(ink))).toBe('M12 12h0.01');
		expect(packStroke([], 1)).toBeNull();
	});

	test('is nothing where the letters are none, and never more than fits on a board', () => {
		for (const ink of ['', '====', 'ÿ', 'GA==', 'AAAA/////////////////w=='])
			expect(unpackStroke(ink).length).toBeLessThan(9);
		fc.assert(
			fc.property(fc.base64String({ maxLength: 300 }), (ink) => {
				for (const { x, y } of unpackStroke(ink)) expect(Math.hypot(x, y)).toBeLessThan(limits.largestSide * 2);
			})
		);
	});

	test('is a path that is round at its points and stretches with its room', () => {
		const points = [
			{ x: 12, y: 12 },
			{ x: 20, y: 12 },
			{ x: 20, y: 30 }
		];
		expect(strokePath(points)).toBe('M12 12Q20 12 20 21L20 30');
		expect(strokePath(points, 2, 1)).toBe('M24 12Q40 12 40 21L40 30');
	});
});
