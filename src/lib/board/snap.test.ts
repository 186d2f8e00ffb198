import { describe, expect, test } from 'vitest';
import { snapPlace, snapSize } from './snap.ts';

const box = (x: number, y: number, w = 200, h = 100) => ({ x, y, w, h });

describe('what is carried', () => {
	test('comes into line with the edge of a neighbour, exactly', () => {
		const { by, guides } = snapPlace(box(105, 400), [box(100, 0)], 8);
		expect(by).toEqual({ x: -5, y: 0 });
		expect(guides).toContainEqual({ axis: 'x', at: 100, from: 0, to: 500 });
	});

	test('comes into line with the middle of one that has another size', () => {
		const { by, guides } = snapPlace(box(103, 400), [box(0, 0, 400)], 8);
		expect(by.x).toBe(-3);
		expect(guides.map(({ at }) => at)).toEqual([200]);
	});

	test('lies beside a neighbour edge to edge', () => {
		expect(snapPlace(box(306, 3), [box(100, 0)], 8).by).toEqual({ x: -6, y: -3 });
	});

	test('takes the nearest of several lines', () => {
		expect(snapPlace(box(106, 400), [box(100, 0), box(110, 200)], 8).by.x).toBe(4);
	});

	test('stays where it is when nothing is near enough', () => {
		expect(snapPlace(box(109, 400), [box(100, 0, 500, 50)], 8)).toEqual({ by: { x: 0, y: 0 }, guides: [] });
		expect(snapPlace(box(0, 0), [], 8)).toEqual({ by: { x: 0, y: 0 }, guides: [] });
	});

	test('of thousands only the nearest count', () => {
		const wall = Array.from({ length: 10_000 }, (_, at) => box((at % 100) * 224, Math.floor(at / 100) * 124));
		expect(snapPlace(box(2243, 1243), wall, 8).by).toEqual({ x: -3, y: -3 });
		// One far away in the same column is not looked at.
		expect(snapPlace(box(-903, 1240), [...wall, box(-900, 900_000)], 8).by.x).toBe(0);
	});
});

test('what gets new edges comes into line by those edges only', () => {
	const { by, guides } = snapSize(box(3, 0, 203, 104), [box(0, 200, 200, 100)], 8);
	expect(by).toEqual({ x: -6, y: 0 });
	expect(guides).toEqual([{ axis: 'x', at: 200, from: 0, to: 300 }]);
});
