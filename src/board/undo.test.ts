import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, exchange, see, table, twoTables, type Table } from '../../tests/support/board-tables.ts';
import { everyKind, laySample } from '../../tests/support/kind-samples.ts';
import { elements } from './elements.ts';
import { limits } from './limits.ts';
import { changeLayer } from './operations/change-layer.ts';
import { connect } from './operations/connect.ts';
import { deleteElements } from './operations/delete-elements.ts';
import { editText } from './operations/edit-text.ts';
import { moveElements } from './operations/move-elements.ts';
import { putIntoArea } from './operations/put-into-area.ts';
import { recolourElements } from './operations/recolour-elements.ts';
import { resizeElement } from './operations/resize-element.ts';
import { readBoard } from './snapshot.ts';
import { makeUndo } from './undo.ts';

const undoAt = ({ docs, origin }: Table) => makeUndo(docs, origin, () => 77);
const type = (at: Table, after: string) => editText(at.docs, 'n1', { after }, at.origin);
const text = (at: Table) => see(at, 'n1')?.text;

describe('undo', () => {
	test('takes back what was typed without a pause in one step', async () => {
		const [anna] = twoTables({ id: 'n1' });
		const undo = undoAt(anna);
		for (const after of ['B', 'Bu', 'Bus']) type(anna, after);
		await pause(limits.undoPause + 20);
		type(anna, 'Bus fährt');
		expect(undo.undo()).toBe('done');
		expect(text(anna)).toBe('Bus');
		expect(undo.undo()).toBe('done');
		expect(text(anna)).toBe('');
		expect(undo.undo()).toBe('nothing');
		undo.redo();
		undo.redo();
		expect(text(anna)).toBe('Bus fährt');
		expect(undo.canRedo).toBe(false);
	});

	test('takes back gestures one by one, also when they follow each other quickly', () => {
		const [anna] = twoTables({ id: 'n1' });
		const undo = undoAt(anna);
		for (let count = 0; count < 2; count++) {
			moveElements(anna.docs, ['n1'], { dx: 10, dy: 0 }, anna.origin);
			undo.stop();
		}
		undo.undo();
		expect(see(anna, 'n1')?.x).toBe(10);
	});

	test('goes back through both documents in the order of what was done', () => {
		const [anna] = twoTables({ id: 'a1', type: 'area' }, { id: 'n1' });
		const undo = undoAt(anna);
		const moves = ['a1', 'n1', 'a1', 'a1', 'n1'];
		for (const id of moves) {
			moveElements(anna.docs, [id], { dx: 10, dy: 0 }, anna.origin);
			undo.stop();
		}
		const seen = () => `${see(anna, 'a1')?.x},${see(anna, 'n1')?.x}`;
		const states = ['30,20', ...moves.map(() => (undo.undo(), seen()))];
		expect(states).toEqual(['30,20', '30,10', '20,10', '10,10', '10,0', '0,0']);
	});

	test('keeps the order also where a person goes to and fro between the documents without a pause', async () => {
		const [anna] = twoTables({ id: 'a1', type: 'area' }, { id: 'n1' });
		const undo = undoAt(anna);
		const move = (id: string) => moveElements(anna.docs, [id], { dx: 10, dy: 0 }, anna.origin);
		move('n1');
		await pause(limits.undoPause * 0.6);
		move('a1');
		await pause(limits.undoPause * 0.6);
		move('n1');
		move('a1');
		undo.undo();
		expect([see(anna, 'a1')?.x, see(anna, 'n1')?.x]).toEqual([10, 10]);
		undo.undo();
		expect([see(anna, 'a1')?.x, see(anna, 'n1')?.x]).toEqual([0, 0]);
	});

	test('takes back in one step what one gesture did in both documents', () => {
		const [anna] = twoTables({ id: 'a1', type: 'area' }, { id: 'n1' });
		const undo = undoAt(anna);
		moveElements(anna.docs, ['a1', 'n1'], { dx: 10, dy: 0 }, anna.origin);
		undo.stop();
		undo.undo();
		expect([see(anna, 'a1')?.x, see(anna, 'n1')?.x]).toEqual([0, 0]);
		expect(undo.canUndo).toBe(false);
		undo.redo();
		expect([see(anna, 'a1')?.x, see(anna, 'n1')?.x]).toEqual([10, 10]);
	});

	test('leaves the later move of another person alone and says so', () => {
		const tables = twoTables({ id: 'n1' }, { id: 'n2' });
		const [anna, ben] = tables;
		const undo = undoAt(anna);
		recolourElements(anna.docs, ['n2'], 'red', anna.origin);
		undo.stop();
		moveElements(anna.docs, ['n1'], { dx: 10, dy: 0 }, anna.origin);
		exchange(...tables);
		moveElements(ben.docs, ['n1'], { dx: 500, dy: 0 }, ben.origin);
		exchange(...tables);
		expect(undo.undo()).toBe('overtaken');
		expect(see(anna, 'n1')?.x).toBe(510);
		expect(see(anna, 'n2')?.colour).toBe('red');
		expect(undo.undo()).toBe('done');
		expect(see(anna, 'n2')?.colour).toBe('yellow');
	});

	test('never takes back what another person did', () => {
		const tables = twoTables({ id: 'n1' });
		const undo = undoAt(tables[0]);
		type(tables[1], 'von Ben');
		exchange(...tables);
		expect(undo.undo()).toBe('nothing');
	});

	test('of a deletion brings the note back with what another typed since', () => {
		const tables = twoTables({ id: 'n1', text: 'Bus' });
		const [anna, ben] = tables;
		const undo = undoAt(anna);
		deleteElements(anna.docs, ['n1'], { by: 'p1', at: 5 }, anna.origin);
		exchange(...tables);
		type(ben, 'Bus und Bahn');
		exchange(...tables);
		expect(undo.undo()).toBe('done');
		expect(see(anna, 'n1')).toMatchObject({ text: 'Bus und Bahn' });
		expect(see(anna, 'n1')?.deleted).toBeUndefined();
	});

	test.each(everyKind.filter((type) => !elements[type].joins))(
		'of a deletion brings what tells of a thing back with it (%s)',
		(type) => {
			const anna = table(1);
			laySample(anna, type);
			connect(anna.docs, { id: 'arrow', from: 'one', to: 'thing', by: 'p1' }, anna.origin, anna.random);
			add(anna, { id: 'pin', type: 'comment', own: { on: 'thing', answers: 2 } });
			const before = readBoard(anna.docs);
			const undo = undoAt(anna);
			deleteElements(anna.docs, ['thing', 'arrow', 'pin'], { by: 'p1', at: 5 }, anna.origin);
			undo.stop();
			deleteElements(anna.docs, ['one'], { by: 'p1', at: 6 }, anna.origin);
			expect([undo.undo(), undo.undo()]).toEqual(['done', 'done']);
			expect(readBoard(anna.docs)).toEqual(before);
		}
	);

	test('of a new note puts it into the bin if another has written in it, and redo takes it out again', () => {
		const tables = twoTables();
		const [anna, ben] = tables;
		const undo = undoAt(anna);
		add(anna, { id: 'n1', text: 'Bus' });
		undo.stop();
		exchange(...tables);
		type(ben, 'Bus und Bahn');
		exchange(...tables);
		expect(undo.undo()).toBe('done');
		expect(see(anna, 'n1')).toMatchObject({ text: 'Bus und Bahn', deleted: { by: 'p1', at: 77 } });
		expect(undo.redo()).toBe('done');
		expect(see(anna, 'n1')?.deleted).toBeUndefined();
	});

	test('of a new note that nobody else touched takes it away, and redo lays it down again', () => {
		const anna = table(1);
		const undo = undoAt(anna);
		add(anna, { id: 'n1', text: 'Bus' });
		undo.undo();
		expect(see(anna, 'n1')).toBeUndefined();
		undo.redo();
		expect(text(anna)).toBe('Bus');
	});

	test('of locking frees the element again, unless another has changed it since', () => {
		const tables = twoTables({ id: 'n1', text: 'Bus' });
		const [anna, ben] = tables;
		const undo = undoAt(anna);
		changeLayer(anna.docs, ['n1'], 'scaffold', anna.origin);
		undo.stop();
		expect(undo.undo()).toBe('done');
		expect(see(anna, 'n1')).toMatchObject({ layer: 'cards', text: 'Bus' });
		undo.redo();
		exchange(...tables);
		type(ben, 'Busse');
		exchange(...tables);
		expect(undo.undo()).toBe('overtaken');
		expect(see(anna, 'n1')).toMatchObject({ layer: 'scaffold', text: 'Busse' });
	});

	test('keeps the newest two hundred changes', () => {
		const [anna] = twoTables({ id: 'n1' });
		const undo = undoAt(anna);
		for (let count = 0; count < limits.undoSteps + 20; count++) {
			moveElements(anna.docs, ['n1'], { dx: 1, dy: 0 }, anna.origin);
			undo.stop();
		}
		while (undo.canUndo) undo.undo();
		expect(see(anna, 'n1')?.x).toBe(20);
	});

	test('all the way back is where one began, and all the way forth is where one was', () => {
		const doings: ((at: Table) => unknown)[] = [
			(at) => moveElements(at.docs, ['n1', 'a1'], { dx: 7, dy: 3 }, at.origin),
			(at) => type(at, 'Bus'),
			(at) => type(at, 'Rad 🚲'),
			(at) => putIntoArea(at.docs, ['n1'], 'a1', at.origin),
			(at) => putIntoArea(at.docs, ['n1'], null, at.origin),
			(at) => deleteElements(at.docs, ['n1'], { by: 'p1', at: 1 }, at.origin),
			(at) => changeLayer(at.docs, ['n1'], 'scaffold', at.origin),
			(at) => changeLayer(at.docs, ['n1'], 'cards', at.origin),
			(at) => resizeElement(at.docs, 'a1', { x: 5, y: 5, w: 500, h: 500 }, at.origin)
		];
		fc.assert(
			fc.property(fc.array(fc.nat(doings.length - 1), { maxLength: 12 }), (picks) => {
				const anna = table(1);
				add(anna, { id: 'a1', type: 'area' });
				add(anna, { id: 'n1', text: 'Anfang' });
				const undo = undoAt(anna);
				const states = [readBoard(anna.docs)];
				for (const pick of picks) {
					doings[pick]?.(anna);
					undo.stop();
				}
				states.push(readBoard(anna.docs));
				while (undo.canUndo) undo.undo();
				expect(readBoard(anna.docs)).toEqual(states[0]);
				while (undo.canRedo) undo.redo();
				expect(readBoard(anna.docs)).toEqual(states[1]);
			}),
			{ numRuns: 60, interruptAfterTimeLimit: 1_500 }
		);
	});
});
