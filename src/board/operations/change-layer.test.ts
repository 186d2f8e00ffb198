import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { add, exchange, see, table, twoTables } from '../../../tests/support/board-tables.ts';
import { editText } from './edit-text.ts';
import { changeLayer } from './change-layer.ts';
import { connect } from './connect.ts';
import { readBoard } from '../snapshot.ts';

describe('locking', () => {
	test('keeps an element as it was, with its text, its place and its connectors', () => {
		const anna = table(1);
		add(anna, { id: 'a1', type: 'area', x: 300 });
		add(anna, { id: 'n1', parent: 'a1', x: 400, y: 50, text: 'Bus', colour: 'red', w: 300 });
		add(anna, { id: 'n2' });
		connect(anna.docs, { id: 'c1', from: 'n1', to: 'n2', by: 'p1' }, anna.origin, anna.random);
		const before = readBoard(anna.docs);
		changeLayer(anna.docs, ['n1', 'c1'], 'scaffold', anna.origin);
		const locked = readBoard(anna.docs);
		for (const id of ['n1', 'c1']) {
			expect(locked.byId.get(id)).toEqual({ ...before.byId.get(id), layer: 'scaffold' });
			expect(anna.docs.elementsOf('cards').has(id)).toBe(false);
		}
		changeLayer(anna.docs, ['n1', 'c1'], 'cards', anna.origin);
		expect(readBoard(anna.docs)).toEqual(before);
	});

	test('never lets the element vanish in between', () => {
		const anna = table(1);
		add(anna, { id: 'n1' });
		const seen: boolean[] = [];
		for (const doc of [anna.docs.scaffold, anna.docs.cards]) {
			doc.on('update', () => seen.push(see(anna, 'n1') !== undefined));
		}
		changeLayer(anna.docs, ['n1'], 'scaffold', anna.origin);
		expect(seen).toEqual([true, true]);
	});

	test('by two facilitators at once leaves one element that both can go on with', () => {
		const tables = twoTables({ id: 'n1', text: 'Bus' });
		for (const { docs, origin } of tables) changeLayer(docs, ['n1'], 'scaffold', origin);
		exchange(...tables);
		editText(tables[1].docs, 'n1', { after: 'Bus!' }, tables[1].origin);
		exchange(...tables);
		expect(see(tables[0], 'n1')).toMatchObject({ text: 'Bus!', layer: 'scaffold' });
		expect(see(tables[1], 'n1')).toEqual(see(tables[0], 'n1'));
	});

	test('keeps fields of a newer program', () => {
		const anna = table(1);
		add(anna, { id: 'n1' });
		anna.docs.find('n1')?.map.set('points', new Y.Array());
		changeLayer(anna.docs, ['n1'], 'scaffold', anna.origin);
		expect(anna.docs.find('n1')?.map.get('points')).toBeInstanceOf(Y.Array);
	});

	test('what is locked already stays untouched; what is gone is refused', () => {
		const anna = table(1);
		add(anna, { id: 'a1', type: 'area' });
		const before = Y.encodeStateVector(anna.docs.scaffold);
		expect(changeLayer(anna.docs, ['a1'], 'scaffold', anna.origin).ok).toBe(true);
		expect(Y.encodeStateVector(anna.docs.scaffold)).toEqual(before);
		expect(changeLayer(anna.docs, ['missing'], 'cards', anna.origin).ok).toBe(false);
	});

	test('an element that cannot be copied stays where it is, and the others are locked', () => {
		const [anna, eve] = twoTables({ id: 'n1' }, { id: 'n2' });
		const broken = { a: 1 };
		eve.docs.find('n1')?.map.set('xy', broken);
		Object.assign(broken, { constructor: {} });
		exchange(anna, eve);
		expect(changeLayer(anna.docs, ['n1', 'n2'], 'scaffold', anna.origin).ok).toBe(true);
		expect([see(anna, 'n1')?.layer, see(anna, 'n2')?.layer]).toEqual(['cards', 'scaffold']);
		expect(readBoard(anna.docs).elements.length).toBe(2);
	});
});
