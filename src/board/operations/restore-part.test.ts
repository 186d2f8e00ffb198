import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, exchange, remember, see, table, twoTables, type Table } from '../../../tests/support/board-tables.ts';
import { everyKind, laySample } from '../../../tests/support/kind-samples.ts';
import type { BoardDocs } from '../board-docs.ts';
import { readBoard } from '../snapshot.ts';
import { changeLayer } from './change-layer.ts';
import { connect } from './connect.ts';
import { deleteElements } from './delete-elements.ts';
import { editText } from './edit-text.ts';
import { moveElements } from './move-elements.ts';
import { purgeBoard } from './purge-board.ts';
import { putIntoArea } from './put-into-area.ts';
import { restorePart } from './restore-part.ts';

const binned = { by: 'p9', at: 5000 };
const throwAway = (at: Table, ...ids: string[]) => deleteElements(at.docs, ids, { by: 'p1', at: 1000 }, at.origin);
const purge = (at: Table) => purgeBoard(at.docs, 2000, at.origin);
const bringBack = ({ docs, origin }: Table, then: BoardDocs, ...ids: string[]) =>
	restorePart({ docs, then, binned }, ids, origin);

/** A board with a card in a cluster in an area, and an arrow from it to another card. */
function furnished(): { anna: Table; then: BoardDocs } {
	const anna = table(1);
	add(anna, { id: 'a1', type: 'area', text: 'Pflege', x: 100, y: 100 });
	add(anna, { id: 't1', type: 'area', text: 'Ambulant', layer: 'cards', parent: 'a1', x: 140, y: 200 });
	add(anna, { id: 'n1', text: 'Bus', parent: 't1', x: 180, y: 300 });
	add(anna, { id: 'n2', text: 'Bahn', x: 2000 });
	connect(anna.docs, { id: 'c1', from: 'n1', to: 'n2', by: 'p1' }, anna.origin, anna.random);
	return { anna, then: remember(anna) };
}

describe('bringing back a part of a board', () => {
	test('changes what was chosen and nothing else', () => {
		const { anna, then } = furnished();
		editText(anna.docs, 'n1', { after: 'Seilbahn' }, anna.origin);
		editText(anna.docs, 'n2', { after: 'Rad' }, anna.origin);
		moveElements(anna.docs, ['n1', 'n2'], { dx: 50, dy: 0 }, anna.origin);
		expect(bringBack(anna, then, 'n1')).toEqual({ ok: true, value: undefined });
		expect(see(anna, 'n1')).toEqual(readBoard(then).byId.get('n1'));
		expect(see(anna, 'n2')).toMatchObject({ text: 'Rad', x: 2050 });
	});

	test.each(['bin', 'grave'])('brings a card back from the %s with the areas around it and its arrow', (from) => {
		const { anna, then } = furnished();
		throwAway(anna, 'a1', 't1', 'n1', 'c1');
		if (from === 'grave') purge(anna);
		bringBack(anna, then, 'n1');
		expect(readBoard(anna.docs)).toEqual(readBoard(then));
	});

	test('leaves what others have done with the areas around since', () => {
		const { anna, then } = furnished();
		throwAway(anna, 't1', 'n1');
		editText(anna.docs, 't1', { after: 'Stationär' }, anna.origin);
		moveElements(anna.docs, ['a1'], { dx: 500, dy: 0 }, anna.origin);
		bringBack(anna, then, 'n1');
		expect(see(anna, 't1')).toMatchObject({ text: 'Stationär', parent: 'a1' });
		expect(see(anna, 'n1')).toMatchObject({ parent: 't1', x: 680, y: 300 });
	});

	test('leaves an arrow away that somebody has taken away between two cards that stayed', () => {
		const { anna, then } = furnished();
		throwAway(anna, 'c1');
		moveElements(anna.docs, ['n1'], { dx: 50, dy: 0 }, anna.origin);
		bringBack(anna, then, 'n1');
		expect(see(anna, 'c1')?.deleted).toBeDefined();
	});

	test('waits with an arrow for its other end', () => {
		const { anna, then } = furnished();
		throwAway(anna, 'n1', 'n2', 'c1');
		purge(anna);
		bringBack(anna, then, 'n1');
		expect(see(anna, 'c1')).toBeUndefined();
		bringBack(anna, then, 'n2');
		expect(readBoard(anna.docs)).toEqual(readBoard(then));
	});

	test('puts into the bin what was not there, and says why when nothing is there at all', () => {
		const { anna, then } = furnished();
		add(anna, { id: 'n3', text: 'Kam danach' });
		bringBack(anna, then, 'n3');
		expect(see(anna, 'n3')?.deleted).toEqual(binned);
		expect(bringBack(anna, then, 'nowhere')).toEqual({ ok: false, problem: { code: 'board.element-missing' } });
	});

	test('frees a card that was locked since, and it lies on the board once', () => {
		const { anna, then } = furnished();
		changeLayer(anna.docs, ['n1'], 'scaffold', anna.origin);
		bringBack(anna, then, 'n1');
		expect(see(anna, 'n1')?.layer).toBe('cards');
		expect(readBoard(anna.docs)).toEqual(readBoard(then));
	});

	test('an area that was put into what lay in it comes to lie around it again', () => {
		const { anna, then } = furnished();
		putIntoArea(anna.docs, ['t1'], null, anna.origin);
		putIntoArea(anna.docs, ['a1'], 't1', anna.origin);
		bringBack(anna, then, 't1');
		expect(readBoard(anna.docs)).toEqual(readBoard(then));
	});

	test.each(everyKind)('brings a thing of the kind %s back with all that it says', (type) => {
		const anna = table(1);
		laySample(anna, type);
		const then = remember(anna);
		throwAway(anna, 'one', 'thing');
		purge(anna);
		bringBack(anna, then, 'one', 'thing');
		expect(readBoard(anna.docs)).toEqual(readBoard(then));
	});

	test('overwrites nothing that somebody writes in the same moment, and both tables agree', () => {
		const [anna, bert] = twoTables({ id: 'n1', text: 'Bus' }, { id: 'n2', text: 'Bahn' });
		const then = remember(anna);
		editText(anna.docs, 'n1', { after: 'Bus fährt' }, anna.origin);
		throwAway(anna, 'n2');
		exchange(anna, bert);
		bringBack(anna, then, 'n1', 'n2');
		editText(bert.docs, 'n1', { after: 'Bus fährt!' }, bert.origin);
		editText(bert.docs, 'n2', { after: 'Bahnhof' }, bert.origin);
		exchange(anna, bert);
		expect(see(anna, 'n1')?.text).toBe('Bus!');
		expect(see(anna, 'n2')?.text).toBe('Bahnhof');
		expect(see(anna, 'n2')?.deleted).toBeUndefined();
		expect(readBoard(bert.docs)).toEqual(readBoard(anna.docs));
	});

	test('whatever was done, the chosen thing is what it was and the others are what they were', () => {
		const ids = ['a1', 'a2', 'n1', 'n2'];
		const deed = fc.record({
			what: fc.constantFrom('edit', 'bin', 'purge', 'move', 'lock', 'free', 'put', 'out'),
			of: fc.constantFrom(...ids),
			into: fc.constantFrom('a1', 'a2')
		});
		fc.assert(
			fc.property(fc.array(deed, { maxLength: 20 }), fc.nat(20), fc.constantFrom(...ids), (deeds, markedAt, chosen) => {
				const anna = table(1);
				for (const id of ['a1', 'a2']) add(anna, { id, type: 'area', x: 10 });
				for (const id of ['n1', 'n2']) add(anna, { id, text: id, parent: 'a1', x: 20 });
				let then = remember(anna);
				deeds.forEach(({ what, of, into }, index) => {
					if (index === markedAt) then = remember(anna);
					if (what === 'edit') editText(anna.docs, of, { after: `${what} ${index}` }, anna.origin);
					if (what === 'bin') throwAway(anna, of);
					if (what === 'purge') purge(anna);
					if (what === 'move') moveElements(anna.docs, [of], { dx: 10, dy: index }, anna.origin);
					if (what === 'lock') changeLayer(anna.docs, [of], 'scaffold', anna.origin);
					if (what === 'free') changeLayer(anna.docs, [of], 'cards', anna.origin);
					if (what === 'put') putIntoArea(anna.docs, [of], into, anna.origin);
					if (what === 'out') putIntoArea(anna.docs, [of], null, anna.origin);
				});
				const [was, before] = [readBoard(then).byId, readBoard(anna.docs).byId];
				if (!bringBack(anna, then, chosen).ok) return;
				const after = readBoard(anna.docs).byId;
				const word = (of: typeof was, id: string) => {
					const { text, colour, layer, deleted, parent } = of.get(id)!;
					return { text, colour, layer, gone: deleted !== undefined, parent: deleted ? null : parent };
				};
				if (was.has(chosen)) expect(word(after, chosen)).toEqual(word(was, chosen));
				else expect(after.get(chosen)?.deleted).toBeDefined();
				for (const id of before.keys()) if (id !== chosen) expect(after.get(id)?.text).toBe(before.get(id)?.text);
			}),
			{ numRuns: 100 }
		);
	});
});
