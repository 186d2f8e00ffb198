import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { add, exchange, remember, see, table, twoTables, type Table } from '../../../tests/support/board-tables.ts';
import type { BoardDocs } from '../board-docs.ts';
import { readLegend, writeLegend } from '../legend.ts';
import { keys, layers } from '../shape.ts';
import { readBoard } from '../snapshot.ts';
import { changeLayer } from './change-layer.ts';
import { connect } from './connect.ts';
import { deleteElements } from './delete-elements.ts';
import { editText } from './edit-text.ts';
import { moveElements } from './move-elements.ts';
import { purgeBoard } from './purge-board.ts';
import { restoreBoard } from './restore-board.ts';
import { restoreElements } from './restore-elements.ts';
import { tellPin } from './tell-pin.ts';

const binned = { by: 'p9', at: 5000 };

const back = ({ docs, origin }: Table, then: BoardDocs) => restoreBoard({ docs, then, binned }, origin);

const shown = (docs: BoardDocs) =>
	readBoard(docs).elements.map(({ id, text, x, y, colour, layer }) => ({ id, text, x, y, colour, layer }));

function sizeOfChange(at: Table, change: () => void): number {
	let size = 0;
	const count = (update: Uint8Array) => (size += update.length);
	for (const layer of layers) at.docs.docOf(layer).on('update', count);
	change();
	return size;
}

test('a board looks again as it did, whatever was changed, thrown away, locked or added since', () => {
	const anna = table(1);
	add(anna, { id: 'a1', type: 'area', text: 'Ideen' });
	for (const id of ['n1', 'n2', 'n3', 'n4']) add(anna, { id, text: `Karte ${id}`, parent: 'a1' });
	connect(anna.docs, { id: 'c1', from: 'n1', to: 'n2', by: 'p1' }, anna.origin, anna.random);
	const then = remember(anna);
	editText(anna.docs, 'n1', { after: 'Ganz anders' }, anna.origin);
	deleteElements(anna.docs, ['n2'], { by: 'p1', at: 1000 }, anna.origin);
	purgeBoard(anna.docs, 2000, anna.origin);
	moveElements(anna.docs, ['n3'], { dx: 300, dy: 40 }, anna.origin);
	changeLayer(anna.docs, ['n4'], 'scaffold', anna.origin);
	add(anna, { id: 'n5', text: 'Kam danach' });
	back(anna, then);
	expect(shown(anna.docs)).toEqual(shown(then));
	expect(see(anna, 'n5')?.deleted).toEqual(binned);
});

test('colours mean again what they meant', () => {
	const anna = table(1);
	writeLegend(anna.docs, { yellow: 'Ideen', red: 'Hindernisse' }, anna.origin);
	const then = remember(anna);
	writeLegend(anna.docs, { yellow: 'Kosten', blue: 'Zuständig' }, anna.origin);
	back(anna, then);
	expect(readLegend(anna.docs)).toEqual({ yellow: 'Ideen', red: 'Hindernisse' });
});

test('the state before can be brought back in the same way', () => {
	const anna = table(1);
	add(anna, { id: 'n1', text: 'Bus' });
	const then = remember(anna);
	editText(anna.docs, 'n1', { after: 'Bahn' }, anna.origin);
	add(anna, { id: 'n2', text: 'Rad' });
	const before = remember(anna);
	back(anna, then);
	back(anna, before);
	expect(readBoard(anna.docs)).toEqual(readBoard(before));
});

test('what has not changed is not touched', () => {
	const anna = table(1);
	for (let index = 0; index < 200; index++) add(anna, { id: `n${index}`, text: 'Karte '.repeat(20) });
	const then = remember(anna);
	expect(sizeOfChange(anna, () => back(anna, then))).toBe(0);
	editText(anna.docs, 'n7', { after: `${'Karte '.repeat(20)}!` }, anna.origin);
	expect(sizeOfChange(anna, () => back(anna, then))).toBeLessThan(60);
});

test('somebody who writes in the same moment loses no letter, and both tables agree', () => {
	const [anna, bert] = twoTables({ id: 'n1', text: 'Bus' });
	const then = remember(anna);
	editText(anna.docs, 'n1', { after: 'Bus fährt' }, anna.origin);
	add(anna, { id: 'n2', text: 'Rad' });
	exchange(anna, bert);
	back(anna, then);
	editText(bert.docs, 'n1', { after: 'Bus fährt!' }, bert.origin);
	editText(bert.docs, 'n2', { after: 'Radweg' }, bert.origin);
	exchange(anna, bert);
	expect(see(anna, 'n1')?.text).toBe('Bus!');
	expect(see(anna, 'n2')).toMatchObject({ text: 'Radweg', deleted: binned });
	expect(readBoard(bert.docs)).toEqual(readBoard(anna.docs));
});

test('what others smuggled in does not stop it', () => {
	const anna = table(1);
	add(anna, { id: 'n1', text: 'Bus' });
	const then = remember(anna);
	const elements = anna.docs.elementsOf('cards');
	elements.set('n1', 7);
	elements.set('__proto__', new Y.Map());
	elements.set('n2', new Y.Map(Object.entries({ [keys.text]: new Y.Array(), [keys.deleted]: 3 })));
	back(anna, then);
	expect(shown(anna.docs)).toEqual(shown(then));
});

test('what lies in the bin again lies there from now on, so that it is not emptied at once', () => {
	const anna = table(1);
	add(anna, { id: 'n1', text: 'Bus' });
	deleteElements(anna.docs, ['n1'], { by: 'p1', at: 1000 }, anna.origin);
	const then = remember(anna);
	restoreElements(anna.docs, ['n1'], anna.origin);
	back(anna, then);
	expect(see(anna, 'n1')?.deleted).toEqual(binned);
});

test('the pin of a thread comes back to its place and goes on telling what is said by now', () => {
	const anna = table(1);
	add(anna, { id: 'n1', text: 'Bus' });
	add(anna, { id: 'k1', type: 'comment', own: { on: 'n1', answers: 1 } });
	const then = remember(anna);
	tellPin(anna.docs, 'k1', { answers: 3, settled: true }, anna.origin);
	deleteElements(anna.docs, ['n1', 'k1'], { by: 'p1', at: 1000 }, anna.origin);
	back(anna, then);
	expect(see(anna, 'k1')).toMatchObject({ on: 'n1', answers: 3, settled: true });
	expect(see(anna, 'k1')?.deleted).toBeUndefined();
});

test('however a board was changed, it is brought back', () => {
	const deed = fc.record({
		what: fc.constantFrom('edit', 'bin', 'purge', 'move', 'lock', 'free', 'add'),
		of: fc.integer({ min: 0, max: 5 }),
		words: fc.string({ maxLength: 12 })
	});
	fc.assert(
		fc.property(fc.array(deed, { maxLength: 30 }), fc.nat(30), (deeds, markedAt) => {
			const anna = table(1);
			let then = remember(anna);
			deeds.forEach(({ what, of, words }, index) => {
				const id = `n${of}`;
				if (index === markedAt) then = remember(anna);
				if (what === 'add' && !anna.docs.find(id)) add(anna, { id, text: words });
				if (what === 'edit') editText(anna.docs, id, { after: words }, anna.origin);
				if (what === 'bin') deleteElements(anna.docs, [id], { by: 'p1', at: 1000 }, anna.origin);
				if (what === 'purge') purgeBoard(anna.docs, 2000, anna.origin);
				if (what === 'move') moveElements(anna.docs, [id], { dx: 10, dy: of }, anna.origin);
				if (what === 'lock') changeLayer(anna.docs, [id], 'scaffold', anna.origin);
				if (what === 'free') changeLayer(anna.docs, [id], 'cards', anna.origin);
			});
			back(anna, then);
			expect(shown(anna.docs)).toEqual(shown(then));
		}),
		{ numRuns: 60 }
	);
});
