import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, table } from '../../tests/support/board-tables.ts';
import { connect } from './operations/connect.ts';
import { deleteElements } from './operations/delete-elements.ts';
import { moveElements } from './operations/move-elements.ts';
import { readBoard } from './snapshot.ts';
import { SpatialIndex } from './spatial.ts';

const ids = (elements: { id: string }[]) => elements.map(({ id }) => id);

describe('the spatial index', () => {
	test('finds what lies under a finger: the note, not the area beneath it', () => {
		const anna = table(1);
		add(anna, { id: 'n1', x: 100, y: 100 });
		add(anna, { id: 'a1', type: 'area', layer: 'cards' });
		add(anna, { id: 'a2', type: 'area', parent: 'a1', x: 50, y: 50, w: 400, h: 400 });
		const index = new SpatialIndex();
		index.update(readBoard(anna.docs));
		expect(index.at(150, 150)?.id).toBe('n1');
		expect(index.at(60, 60)?.id).toBe('a2');
		expect(index.at(10, 10)?.id).toBe('a1');
		expect(index.at(-10, 10)).toBeUndefined();
		expect(ids(index.within({ x: 0, y: 0, w: 200, h: 200 }))).toEqual(['a1', 'a2', 'n1']);
	});

	test('takes content and connectors along when an area moves, and forgets what was deleted', () => {
		const anna = table(1);
		add(anna, { id: 'a1', type: 'area' });
		add(anna, { id: 'n1', parent: 'a1' });
		add(anna, { id: 'n2', x: 5_000, y: 5_000 });
		connect(anna.docs, { id: 'c1', from: 'n1', to: 'n2', by: 'p1' }, anna.origin, anna.random);
		const index = new SpatialIndex();
		index.update(readBoard(anna.docs));
		moveElements(anna.docs, ['a1'], { dx: 5_000, dy: 4_000 }, anna.origin);
		index.update(readBoard(anna.docs));
		expect(ids(index.within({ x: 0, y: 0, w: 900, h: 900 }))).toEqual([]);
		expect(ids(index.within({ x: 5_000, y: 4_000, w: 300, h: 300 }))).toEqual(['a1', 'n1', 'c1']);
		deleteElements(anna.docs, ['n1'], { by: 'p1', at: 1 }, anna.origin);
		index.update(readBoard(anna.docs));
		expect(ids(index.within({ x: 5_000, y: 4_000, w: 300, h: 300 }))).toEqual(['a1']);
	});

	test('after any moves it answers the same as looking at everything', () => {
		const way = fc.record({ pick: fc.nat(19), dx: fc.integer({ min: -999, max: 999 }) });
		fc.assert(
			fc.property(fc.array(way, { maxLength: 15 }), (ways) => {
				const anna = table(1);
				for (let at = 0; at < 20; at++) add(anna, { id: `n${at}`, x: at * 100 });
				const index = new SpatialIndex();
				index.update(readBoard(anna.docs));
				for (const { pick, dx } of ways) {
					moveElements(anna.docs, [`n${pick}`], { dx, dy: dx }, anna.origin);
					index.update(readBoard(anna.docs));
				}
				const seen = readBoard(anna.docs).elements.filter(
					({ x, y }) => x <= 500 && x + 200 >= 0 && y <= 300 && y + 200 >= 0
				);
				expect(ids(index.within({ x: 0, y: 0, w: 500, h: 300 }))).toEqual(ids(seen));
			}),
			{ numRuns: 20 }
		);
	});
});
