import { describe, expect, test } from 'vitest';
import { distanceTo, lineBetween } from './connector-line.ts';

const box = (x: number, y: number) => ({ x, y, w: 200, h: 200 });

describe('an arrow', () => {
	test('begins and ends at the edges of what it joins, not in their texts', () => {
		expect(lineBetween(box(0, 0), box(400, 0))).toEqual({
			from: { x: 206, y: 100 },
			to: { x: 394, y: 100 },
			middle: { x: 300, y: 100 }
		});
	});

	test('is not drawn between cards that lie on each other', () => {
		expect(lineBetween(box(0, 0), box(0, 0))).toBeNull();
		expect(lineBetween(box(0, 0), box(150, 0))).toBeNull();
	});

	test('is met by a pointer that comes near it', () => {
		const line = lineBetween(box(0, 0), box(400, 0))!;
		expect(distanceTo(line, { x: 300, y: 107 })).toBeCloseTo(7);
		expect(distanceTo(line, { x: 500, y: 100 })).toBeCloseTo(106);
	});
});
