import { describe, expect, test } from 'vitest';
import { add, exchange, see, twoTables } from '../../tests/support/board-tables.ts';
import { connect } from './operations/connect.ts';
import { deleteElements } from './operations/delete-elements.ts';
import { editText } from './operations/edit-text.ts';
import { moveElements } from './operations/move-elements.ts';
import { putIntoArea } from './operations/put-into-area.ts';
import { reorderElement } from './operations/reorder-element.ts';
import { resizeElement } from './operations/resize-element.ts';
import { restoreElements } from './operations/restore-elements.ts';
import { keys } from './shape.ts';
import { readBoard } from './snapshot.ts';

const bin = { by: 'p2', at: 1_000 };
const bothSee = (tables: ReturnType<typeof twoTables>, id: string) => {
	exchange(...tables);
	expect(see(tables[1], id)).toEqual(see(tables[0], id));
	return see(tables[0], id);
};

describe('when two people act at once', () => {
	test('a note that one deletes while another types in it comes back with what was typed', () => {
		const tables = twoTables({ id: 'n1', text: 'Bus' });
		const [anna, ben] = tables;
		deleteElements(anna.docs, ['n1'], bin, anna.origin);
		editText(ben.docs, 'n1', { after: 'Bus am Abend' }, ben.origin);
		expect(bothSee(tables, 'n1')?.deleted).toEqual(bin);
		restoreElements(anna.docs, ['n1'], anna.origin);
		expect(bothSee(tables, 'n1')).toMatchObject({ text: 'Bus am Abend' });
	});

	test('a note that one deletes while another moves it comes back at its new place', () => {
		const tables = twoTables({ id: 'n1', x: 10, y: 10 });
		const [anna, ben] = tables;
		deleteElements(anna.docs, ['n1'], bin, anna.origin);
		moveElements(ben.docs, ['n1'], { dx: 90, dy: 0 }, ben.origin);
		exchange(...tables);
		restoreElements(ben.docs, ['n1'], ben.origin);
		const note = bothSee(tables, 'n1');
		expect(note).toMatchObject({ x: 100, y: 10 });
		expect(note?.deleted).toBeUndefined();
	});

	test('two areas that are put into each other make no circle, and everybody sees the same one outside', () => {
		const tables = twoTables({ id: 'a1', type: 'area' }, { id: 'a2', type: 'area', x: 2_000 });
		const [anna, ben] = tables;
		expect(putIntoArea(anna.docs, ['a1'], 'a2', anna.origin).ok).toBe(true);
		expect(putIntoArea(ben.docs, ['a2'], 'a1', ben.origin).ok).toBe(true);
		expect(bothSee(tables, 'a2')?.parent).toBeNull();
		expect(bothSee(tables, 'a1')?.parent).toBe('a2');
	});

	test('a connector whose end is deleted meanwhile is hidden and comes back with its end', () => {
		const tables = twoTables({ id: 'n1' }, { id: 'n2', x: 500 });
		const [anna, ben] = tables;
		connect(anna.docs, { id: 'c1', from: 'n1', to: 'n2', by: 'p1' }, anna.origin, anna.random);
		deleteElements(ben.docs, ['n2'], bin, ben.origin);
		expect(bothSee(tables, 'c1')?.loose).toBe(true);
		expect(readBoard(anna.docs).elements.map(({ id }) => id)).toEqual(['n1']);
		restoreElements(anna.docs, ['n2'], anna.origin);
		expect(bothSee(tables, 'c1')).toMatchObject({ from: 'n1', to: 'n2', x: 100, y: 100, w: 500, h: 0 });
	});

	test('a note put into an area that is deleted meanwhile stays where it was seen', () => {
		const tables = twoTables({ id: 'a1', type: 'area', x: 300, y: 300 }, { id: 'n1', x: 350, y: 420 });
		const [anna, ben] = tables;
		putIntoArea(anna.docs, ['n1'], 'a1', anna.origin);
		deleteElements(ben.docs, ['a1'], bin, ben.origin);
		expect(bothSee(tables, 'n1')).toMatchObject({ parent: null, x: 350, y: 420 });
		restoreElements(ben.docs, ['a1'], ben.origin);
		expect(bothSee(tables, 'n1')).toMatchObject({ parent: 'a1', x: 350, y: 420 });
	});

	test('an area that is moved while a note in it is moved takes the note along', () => {
		const tables = twoTables({ id: 'a1', type: 'area' }, { id: 'n1', x: 50, y: 50, parent: 'a1' });
		const [anna, ben] = tables;
		moveElements(anna.docs, ['a1'], { dx: 1_000, dy: 0 }, anna.origin);
		moveElements(ben.docs, ['n1'], { dx: 0, dy: 30 }, ben.origin);
		expect(bothSee(tables, 'n1')).toMatchObject({ x: 1_050, y: 80, parent: 'a1' });
	});

	test('moving and resizing one note at once both survive', () => {
		const tables = twoTables({ id: 'n1' });
		const [anna, ben] = tables;
		moveElements(anna.docs, ['n1'], { dx: 70, dy: 0 }, anna.origin);
		resizeElement(ben.docs, 'n1', { x: 0, y: 0, w: 400, h: 300 }, ben.origin);
		expect(bothSee(tables, 'n1')).toMatchObject({ x: 70, y: 0, w: 400, h: 300 });
	});

	test('two who move one note at once agree on a place that one of them chose', () => {
		const tables = twoTables({ id: 'n1' });
		const [anna, ben] = tables;
		moveElements(anna.docs, ['n1'], { dx: 70, dy: 10 }, anna.origin);
		moveElements(ben.docs, ['n1'], { dx: -20, dy: -40 }, ben.origin);
		const note = bothSee(tables, 'n1');
		expect(['70,10', '-20,-40']).toContain(`${note?.x},${note?.y}`);
	});

	test('two who type into one empty note both keep their letters', () => {
		const tables = twoTables({ id: 'n1' });
		const [anna, ben] = tables;
		editText(anna.docs, 'n1', { after: 'Radweg' }, anna.origin);
		editText(ben.docs, 'n1', { after: 'Bus' }, ben.origin);
		expect(['RadwegBus', 'BusRadweg']).toContain(bothSee(tables, 'n1')?.text);
	});

	test('equal order keys are a common order, and a note can still be brought between or behind them', () => {
		const tables = twoTables({ id: 'n1' }, { id: 'n2' }, { id: 'n3' });
		const [anna] = tables;
		const maps = anna.docs.elementsOf('cards');
		for (const id of ['n1', 'n2']) anna.docs.find(id)?.map.set(keys.order, 'a5');
		anna.docs.find('n3')?.map.set(keys.order, 'a9');
		expect(maps.size).toBe(3);
		add(anna, { id: 'n4' });
		expect(reorderElement(anna.docs, 'n4', { behind: 'n1' }, anna.origin, anna.random).ok).toBe(true);
		exchange(...tables);
		for (const { docs } of tables) {
			expect(readBoard(docs).elements.map(({ id }) => id)).toEqual(['n1', 'n2', 'n4', 'n3']);
		}
	});
});
