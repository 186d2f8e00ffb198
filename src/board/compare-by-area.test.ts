import { expect, test } from 'vitest';
import { add, remember, table } from '../../tests/support/board-tables.ts';
import { compareByArea, firstOf } from './compare-by-area.ts';
import { readBoard } from './snapshot.ts';

/** A board with two areas on which three cards came since. */
function changed() {
	const anna = table(1);
	for (const id of ['bus', 'rad']) add(anna, { id, type: 'area', text: id });
	const then = readBoard(remember(anna));
	add(anna, { id: 'n1', text: 'Takt', parent: 'bus' });
	add(anna, { id: 'n2', text: 'Linie', parent: 'bus' });
	add(anna, { id: 'n3', text: 'Weg', parent: 'rad' });
	return compareByArea(then, readBoard(anna.docs));
}
const idsOf = (parts: ReturnType<typeof changed>) => parts.map(({ differences }) => differences.map(({ id }) => id));

test('of very many differences the first are shown, and it is known how many are left out', () => {
	const parts = changed();
	expect(idsOf(parts)).toEqual([['n1', 'n2'], ['n3']]);
	const few = firstOf(parts, 1);
	expect([idsOf(few.parts), few.left]).toEqual([[['n1']], 2]);
	const all = firstOf(parts, 3);
	expect([idsOf(all.parts), all.left]).toEqual([[['n1', 'n2'], ['n3']], 0]);
});
