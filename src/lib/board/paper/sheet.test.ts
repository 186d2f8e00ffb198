import { describe, expect, test } from 'vitest';
import type { Camera } from '../camera.ts';
import { covers, isSharp, margin, moved, onBoard, sheetAround } from './sheet.ts';

const size = { w: 1000, h: 800 };
const camera: Camera = { x: 100, y: 50, zoom: 0.5 };
const panned = (x: number, y: number): Camera => ({
	...camera,
	x: camera.x + x / camera.zoom,
	y: camera.y + y / camera.zoom
});

describe('the painted part of the board', () => {
	test('is what is seen and an edge around it', () => {
		const sheet = sheetAround(camera, size, 2);
		expect(onBoard(sheet)).toEqual({
			x: 100 - 2 * margin,
			y: 50 - 2 * margin,
			w: 2000 + 4 * margin,
			h: 1600 + 4 * margin
		});
	});

	test('fills the view until one has panned beyond its edge', () => {
		const sheet = sheetAround(camera, size, 1);
		expect(covers(sheet, panned(margin, -margin), size)).toBe(true);
		expect(covers(sheet, panned(margin + 1, 0), size)).toBe(false);
	});

	test('is sharp where it was painted and a whole pixel beside, but not between pixels or enlarged', () => {
		const sheet = sheetAround(camera, size, 1);
		expect(isSharp(sheet, panned(3, 4))).toBe(true);
		expect(isSharp(sheet, panned(0.5, 0))).toBe(false);
		expect(isSharp(sheet, { ...camera, zoom: 0.51 })).toBe(false);
	});

	test('moves by whole pixels of the device, and only the strips that come into it are bare', () => {
		const sheet = sheetAround(camera, size, 1.5);
		const { sheet: next, by, bare } = moved(sheet, panned(200.4, -90), size);
		expect(by).toEqual({ x: 301, y: -135 });
		expect((next.x - sheet.x) * sheet.zoom * 1.5).toBeCloseTo(301);
		const [right, top] = bare;
		const paper = onBoard(next);
		expect(right).toEqual({ x: paper.x + paper.w - 301 / 0.75, y: paper.y, w: 301 / 0.75, h: paper.h });
		expect(top).toEqual({ x: paper.x, y: paper.y, w: paper.w, h: 135 / 0.75 });
	});

	test('is all bare after a leap', () => {
		const sheet = sheetAround(camera, size, 1);
		const { sheet: next, bare } = moved(sheet, panned(50_000, 0), size);
		expect(bare).toEqual([onBoard(next)]);
	});
});
