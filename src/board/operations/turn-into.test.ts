import { expect, test } from 'vitest';
import { add, exchange, see, table, twoTables } from '../../../tests/support/board-tables.ts';
import { editText } from './edit-text.ts';
import { turnInto } from './turn-into.ts';

test('a note becomes a text card and a note again, with all that it said', () => {
	const anna = table(1);
	add(anna, { id: 'n', text: 'Radweg\nvom Bahnhof', x: 40, colour: 'red', own: { late: true } });
	const before = see(anna, 'n');
	turnInto(anna.docs, ['n'], 'card', anna.origin);
	expect(see(anna, 'n')).toEqual({ ...before, type: 'card', w: 320 });
	turnInto(anna.docs, ['n'], 'note', anna.origin);
	expect(see(anna, 'n')).toEqual(before);
});

test('whoever is writing in it meanwhile goes on writing', () => {
	const [anna, bert] = twoTables({ id: 'n', text: 'Rad' });
	turnInto(anna.docs, ['n'], 'card', anna.origin);
	editText(bert.docs, 'n', { after: 'Radweg' }, bert.origin);
	exchange(anna, bert);
	expect([see(anna, 'n'), see(bert, 'n')]).toMatchObject([{ type: 'card', text: 'Radweg' }, { type: 'card' }]);
});

test('an area becomes no card', () => {
	const anna = table(1);
	add(anna, { id: 'a', type: 'area' });
	expect(turnInto(anna.docs, ['a'], 'card', anna.origin).ok).toBe(false);
	expect(see(anna, 'a')).toMatchObject({ type: 'area' });
});
