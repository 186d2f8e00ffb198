import { describe, expect, test } from 'vitest';
import { add, exchange, see, table, twoTables } from '../../../tests/support/board-tables.ts';
import { isCluster } from '../cluster.ts';
import { readBoard } from '../snapshot.ts';
import { changeLayer } from './change-layer.ts';
import { deleteElements } from './delete-elements.ts';
import { makeCluster } from './make-cluster.ts';
import { emptyInto, moveToCluster, takeFromClusters } from './move-to-cluster.ts';
import { restoreElements } from './restore-elements.ts';

const area = { id: 'a1', type: 'area', w: 880, h: 640 } as const;
const notes = (count: number, parent: string | null = 'a1') =>
	Array.from({ length: count }, (_, at) => ({ id: `n${at}`, text: `Karte ${at}`, parent, x: at * 10, y: 200 }));
const bin = { by: 'p2', at: 1_000 };

function sorted(count: number) {
	const anna = table(1);
	for (const thing of [area, ...notes(count)]) add(anna, thing);
	const make = (id: string, cards: string[], title = id) =>
		makeCluster(anna.docs, { id, title, by: 'p1', cards, within: 'a1' }, anna.origin, anna.random);
	const inside = (id: string) => (readBoard(anna.docs).children.get(id) ?? []).map((each) => each.id).sort();
	return { anna, make, inside };
}

const apart = (anna: ReturnType<typeof table>, one: string, other: string) => {
	const [a, b] = [see(anna, one)!, see(anna, other)!];
	return a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
};

describe('a cluster', () => {
	test('is made of cards, holds them inside its frame and leaves their words alone', () => {
		const { anna, make, inside } = sorted(7);
		expect(make('c1', ['n0', 'n1', 'n2', 'n3', 'n4'], 'Pflege')).toEqual({ ok: true, value: undefined });
		expect(see(anna, 'c1')).toMatchObject({ text: 'Pflege', parent: 'a1', layer: 'cards' });
		expect(inside('c1')).toEqual(['n0', 'n1', 'n2', 'n3', 'n4']);
		const frame = see(anna, 'c1')!;
		for (const id of inside('c1')) {
			const card = see(anna, id)!;
			expect(card.x).toBeGreaterThan(frame.x);
			expect(card.y + card.h).toBeLessThan(frame.y + frame.h);
			expect(card.text).toMatch(/^Karte/);
		}
	});

	test('is parted when some of its cards become another one', () => {
		const { make, inside, anna } = sorted(6);
		make('c1', ['n0', 'n1', 'n2', 'n3']);
		make('c2', ['n2', 'n3']);
		expect([inside('c1'), inside('c2')]).toEqual([
			['n0', 'n1'],
			['n2', 'n3']
		]);
		expect(apart(anna, 'c1', 'c2')).toBe(true);
	});

	test('grows with what comes in and does not come to lie on its neighbours', () => {
		const { make, inside, anna } = sorted(30);
		make('c1', ['n0', 'n1']);
		make('c2', ['n2', 'n3']);
		const rest = notes(30).map(({ id }) => id);
		expect(moveToCluster(anna.docs, rest, 'c1', anna.origin).ok).toBe(true);
		expect(inside('c1')).toHaveLength(30);
		expect(apart(anna, 'c1', 'c2')).toBe(true);
		const frame = see(anna, 'c1')!;
		for (const id of inside('c1')) expect(see(anna, id)!.y + see(anna, id)!.h).toBeLessThan(frame.y + frame.h);
	});

	test('takes the cards of another one, and cards come out of it again', () => {
		const { make, inside, anna } = sorted(5);
		make('c1', ['n0', 'n1']);
		make('c2', ['n2', 'n3']);
		emptyInto(anna.docs, 'c1', 'c2', anna.origin);
		expect([inside('c1'), inside('c2')]).toEqual([[], ['n0', 'n1', 'n2', 'n3']]);
		takeFromClusters(anna.docs, ['n0', 'n4'], 'a1', anna.origin);
		expect(see(anna, 'n0')).toMatchObject({ parent: 'a1' });
	});

	test('is not made of nothing, and takes nothing while it lies in the bin', () => {
		const { make, anna } = sorted(3);
		expect(make('c1', ['a1', 'gone'])).toMatchObject({ problem: { code: 'board.element-missing' } });
		make('c2', ['n0']);
		deleteElements(anna.docs, ['c2'], bin, anna.origin);
		expect(moveToCluster(anna.docs, ['n1'], 'c2', anna.origin)).toMatchObject({
			problem: { code: 'board.not-an-area' }
		});
		expect(moveToCluster(anna.docs, ['n1'], 'a1', anna.origin)).toMatchObject({
			problem: { code: 'board.not-an-area' }
		});
	});

	test('that was dissolved comes back with its cards, except those that went elsewhere since', () => {
		const { make, inside, anna } = sorted(5);
		make('c1', ['n0', 'n1', 'n2']);
		const before = see(anna, 'n0');
		deleteElements(anna.docs, ['c1'], bin, anna.origin);
		expect(see(anna, 'n0')).toMatchObject({ parent: 'a1' });
		make('c2', ['n2']);
		restoreElements(anna.docs, ['c1'], anna.origin);
		expect([inside('c1'), inside('c2')]).toEqual([['n0', 'n1'], ['n2']]);
		expect(see(anna, 'n0')).toEqual(before);
	});

	test('stays one when it is locked and freed, and a freed working area does not become one', () => {
		const { make, inside, anna } = sorted(2);
		make('c1', ['n0']);
		const is = (id: string) => isCluster(see(anna, id));
		changeLayer(anna.docs, ['c1'], 'scaffold', anna.origin);
		expect([is('c1'), see(anna, 'c1')?.layer, inside('c1')]).toEqual([true, 'scaffold', ['n0']]);
		changeLayer(anna.docs, ['c1'], 'cards', anna.origin);
		changeLayer(anna.docs, ['a1'], 'cards', anna.origin);
		expect([is('c1'), is('a1')]).toEqual([true, false]);
		changeLayer(anna.docs, ['a1'], 'scaffold', anna.origin);
		expect(is('a1')).toBe(false);
	});
});

test('two people who order at the same moment lose no card and see the same', () => {
	const [anna, ben] = twoTables(area, ...notes(8));
	const make = (at: typeof anna, id: string, cards: string[]) =>
		makeCluster(at.docs, { id, title: id, by: 'p', cards, within: 'a1' }, at.origin, at.random);
	make(anna, 'c1', ['n0', 'n1', 'n2']);
	make(ben, 'c2', ['n2', 'n3']);
	exchange(anna, ben);
	moveToCluster(anna.docs, ['n4', 'n5'], 'c1', anna.origin);
	deleteElements(ben.docs, ['c1'], bin, ben.origin);
	exchange(anna, ben);
	expect(readBoard(anna.docs)).toEqual(readBoard(ben.docs));
	expect(readBoard(anna.docs).elements.filter(({ type }) => type === 'note')).toHaveLength(8);
	restoreElements(ben.docs, ['c1'], ben.origin);
	exchange(anna, ben);
	expect(see(anna, 'n4')).toMatchObject({ parent: 'c1' });
});
