import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { seededRandom, table, tell } from '../../tests/support/board-tables.ts';
import { addElements } from './operations/add-elements.ts';
import { moveElements } from './operations/move-elements.ts';

const people = 5;

/** A board on which five people have put notes elsewhere so often, one drag after the other; how large it was before, and is now. */
function afterDrops(drops: number, notes: number): { before: number; now: number } {
	const [first, ...others] = Array.from({ length: people }, (_, at) => table(at + 1));
	const tables = [first!, ...others];
	const laid = Array.from({ length: notes }, (_, at) => ({
		id: `note${at}`,
		type: 'note' as const,
		by: 'p1',
		x: at,
		y: at,
		text: 'Radweg bis Schöningen'
	}));
	addElements(first!.docs, laid, first!.origin, first!.random);
	const everywhere = () => {
		for (const other of others) tell(other, first!);
		for (const other of others) tell(first!, other);
	};
	everywhere();
	const size = () => Y.encodeStateAsUpdate(first!.docs.docOf('cards')).byteLength;
	const before = size();
	const chance = seededRandom(7);
	const among = (most: number) => Math.floor(chance() * most);
	for (let drop = 0; drop < drops; drop++) {
		const { docs, origin } = tables[drop % people]!;
		moveElements(docs, [`note${among(notes)}`], { dx: among(800) - 400, dy: among(800) - 400 }, origin);
		if (drop % 500 === 499) everywhere();
	}
	everywhere();
	return { before, now: size() };
}

// A way of sixty steps is written once, when it is over: nine bytes for each drop were measured.
test('a hundred thousand steps of five people, written as drops, hardly make a board larger', () => {
	const { before, now } = afterDrops(Math.ceil(100_000 / 60), 1_000);
	expect(now - before).toBeLessThan(1_667 * 15);
	expect(now).toBeLessThan(before * 1.25);
});

test('twenty thousand drops, which are several long workshops, cost less than a quarter of a megabyte', () => {
	const { before, now } = afterDrops(20_000, 100);
	expect(now - before).toBeLessThan(250_000);
});
