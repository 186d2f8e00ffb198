import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edge, overlap, planPoster, posterSizes, sheetSizes } from './poster.ts';

describe('a board as a poster', () => {
	test('lies on one sheet where the paper is as large as the poster, turned like the board', () => {
		const poster = planPoster({ w: 4000, h: 1500 }, 'a0', 'a0');
		expect(poster.sheet).toEqual({ w: 1189, h: 841 });
		expect(poster.tiles).toEqual([{ row: 0, column: 0, x: 0, y: 0 }]);
		expect(poster.picture.w).toBeCloseTo(1169);
		expect(planPoster({ w: 1000, h: 3000 }, 'a3', 'a3').sheet).toEqual({ w: 297, h: 420 });
	});

	test('takes the fewer sheets of both ways in which paper can lie', () => {
		const poster = planPoster({ w: 1189, h: 841 }, 'a3', 'a4');
		expect(poster.tiles.length).toBeLessThanOrEqual(4);
		expect(poster.tiles.length).toBe(poster.rows * poster.columns);
	});

	test('is rather a little smaller than a row of sheets more that would be nearly empty', () => {
		const { columns, picture } = planPoster({ w: 4_000, h: 1_740 }, 'a1', 'a3');
		expect(columns).toBe(3);
		expect(picture.w).toBeGreaterThan(821 * 0.88 - 1);
	});

	test('shows every part of the board on some sheet, and a strip to glue on both sides of each cut', () => {
		const side = fc.integer({ min: 300, max: 20_000 });
		fc.assert(
			fc.property(side, side, fc.constantFrom(...posterSizes), fc.constantFrom(...sheetSizes), (w, h, size, paper) => {
				const { tiles, sheet, picture, columns, rows } = planPoster({ w, h }, size, paper);
				const last = tiles.at(-1)!;
				expect(last.x + sheet.w - 2 * edge).toBeGreaterThanOrEqual(picture.w - 0.5);
				expect(last.y + sheet.h - 2 * edge).toBeGreaterThanOrEqual(picture.h - 0.5);
				if (columns > 1) expect(tiles[1]!.x).toBeCloseTo(sheet.w - 2 * edge - overlap);
				if (rows > 1) expect(tiles[columns]!.y).toBeCloseTo(sheet.h - 2 * edge - overlap);
				expect(picture.w / picture.h).toBeCloseTo(w / h);
			})
		);
	});
});
