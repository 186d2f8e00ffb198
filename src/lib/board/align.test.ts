import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, table } from '../../../tests/support/board-tables.ts';
import { readBoard } from '#board/snapshot.ts';
import { aligned, edges, leastFor, spreads } from './align.ts';

const box = (id: string, x: number, y: number, w = 100, h = 100) => ({ id, x, y, w, h });
const three = [box('a', 0, 10), box('b', 130, 70, 200, 40), box('c', 500, 0, 100, 200)];
const of = (how: Parameters<typeof aligned>[1], what: 'x' | 'y') => {
	const places = aligned(three, how);
	return three.map(({ id }) => places.get(id)![what]);
};

describe('aligning what is chosen', () => {
	test('brings edges and middles into line', () => {
		expect(of('left', 'x')).toEqual([0, 0, 0]);
		expect(of('centre', 'x')).toEqual([250, 200, 250]);
		expect(of('right', 'x')).toEqual([500, 400, 500]);
		expect(of('top', 'y')).toEqual([0, 0, 0]);
		expect(of('middle', 'y')).toEqual([50, 80, 0]);
		expect(of('bottom', 'y')).toEqual([100, 160, 0]);
	});

	test('changes nothing across the line', () => {
		for (const how of edges) {
			const across = ['left', 'centre', 'right'].includes(how) ? 'y' : 'x';
			expect(of(how, across)).toEqual(three.map((each) => each[across]));
		}
	});

	test('gives equal gaps, the outermost two stay', () => {
		expect(of('across', 'x')).toEqual([0, 200, 500]);
		const rows = [box('a', 0, 0), box('b', 0, 600), box('c', 0, 110)];
		expect([...aligned(rows, 'down').values()].map(({ y }) => y)).toEqual([0, 600, 300]);
	});

	test('needs two things, and three for gaps', () => {
		expect(aligned(three.slice(0, 1), 'left').size).toBe(0);
		for (const how of spreads) expect([leastFor(how), aligned(three.slice(0, 2), how).size]).toEqual([3, 0]);
	});

	test('lets no card leave its area: it stops at the edge', () => {
		const anna = table(1);
		add(anna, { id: 'area', type: 'area', x: 1000, y: 0 });
		add(anna, { id: 'inside', parent: 'area', x: 1200, y: 300 });
		add(anna, { id: 'outside', x: 0, y: 0 });
		const board = readBoard(anna.docs);
		const places = aligned(
			['inside', 'outside'].map((id) => board.byId.get(id)!),
			'left',
			board
		);
		expect(places.get('inside')).toEqual({ x: 1000, y: 300 });
		expect(places.get('outside')).toEqual({ x: 0, y: 0 });
	});

	test('done again changes nothing', () => {
		const side = fc.integer({ min: 24, max: 500 });
		const at = fc.integer({ min: -2_000, max: 2_000 });
		const boxes = fc.array(fc.tuple(at, at, side, side), { minLength: 3, maxLength: 8 });
		fc.assert(
			fc.property(boxes, fc.constantFrom(...edges), (all, how) => {
				const things = all.map(([x, y, w, h], index) => box(`n${index}`, x, y, w, h));
				const once = aligned(things, how);
				const moved = things.map((thing) => ({ ...thing, ...once.get(thing.id) }));
				for (const [id, { x, y }] of aligned(moved, how)) {
					expect(Math.abs(once.get(id)!.x - x) + Math.abs(once.get(id)!.y - y)).toBeLessThanOrEqual(1);
				}
			})
		);
	});
});
