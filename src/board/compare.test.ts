import { describe, expect, test } from 'vitest';
import { add, remember, table, type Table } from '../../tests/support/board-tables.ts';
import { everyKind, laySample } from '../../tests/support/kind-samples.ts';
import { compareBoards } from './compare.ts';
import { compareByArea } from './compare-by-area.ts';
import { changeLayer } from './operations/change-layer.ts';
import { changeOwnFields } from './operations/change-own-fields.ts';
import { connect } from './operations/connect.ts';
import { deleteElements } from './operations/delete-elements.ts';
import { editText } from './operations/edit-text.ts';
import { moveElements } from './operations/move-elements.ts';
import { purgeBoard } from './operations/purge-board.ts';
import { putIntoArea } from './operations/put-into-area.ts';
import { recolourElements } from './operations/recolour-elements.ts';
import { resizeElement } from './operations/resize-element.ts';
import { restoreElements } from './operations/restore-elements.ts';
import { restorePart } from './operations/restore-part.ts';
import { stackElements } from './operations/stack-elements.ts';
import { tellPin } from './operations/tell-pin.ts';
import { turnInto } from './operations/turn-into.ts';
import { readBoard } from './snapshot.ts';

const throwAway = (at: Table, ...ids: string[]) => deleteElements(at.docs, ids, { by: 'p1', at: 1000 }, at.origin);

/** Two areas, a card in the first, an arrow from it to a card on the bare board; then something is done. */
function differencesAfter(deed: (anna: Table) => unknown) {
	const anna = table(1);
	add(anna, { id: 'a1', type: 'area', text: 'Pflege' });
	add(anna, { id: 'a2', type: 'area', text: 'Mobilität', x: 1000 });
	add(anna, { id: 'n1', text: 'Bus am Abend', parent: 'a1', x: 50, y: 200 });
	add(anna, { id: 'n2', text: 'Bahn', x: 2000 });
	connect(anna.docs, { id: 'c1', from: 'n1', to: 'n2', by: 'p1' }, anna.origin, anna.random);
	const then = remember(anna);
	deed(anna);
	return compareBoards(readBoard(then), readBoard(anna.docs));
}

const told = (deed: (anna: Table) => unknown) =>
	differencesAfter(deed).map(({ id, fate, changes }) => ({ id, fate, changes }));
const changed = (id: string, ...changes: unknown[]) => [{ id, fate: 'changed', changes }];

describe('two states of a board', () => {
	test('do not differ when nothing, or only the order, has changed', () => {
		expect(told(() => undefined)).toEqual([]);
		expect(told((at) => stackElements(at.docs, ['a1'], 'front', at.origin, at.random))).toEqual([]);
	});

	test('differ in words, place, area, size, colour, lock and kind', () => {
		expect(told((at) => editText(at.docs, 'n1', { after: 'Bus am Morgen' }, at.origin))).toEqual(
			changed('n1', { of: 'text', before: 'Bus am Abend', after: 'Bus am Morgen' })
		);
		expect(told((at) => moveElements(at.docs, ['n1'], { dx: 5, dy: 0 }, at.origin))).toEqual(
			changed('n1', { of: 'place' })
		);
		expect(told((at) => putIntoArea(at.docs, ['n1'], 'a2', at.origin))).toEqual(
			changed('n1', { of: 'area', before: 'Pflege', after: 'Mobilität' })
		);
		expect(told((at) => resizeElement(at.docs, 'n2', { x: 2000, y: 0, w: 300, h: 200 }, at.origin))).toEqual(
			changed('n2', { of: 'size' })
		);
		expect(told((at) => recolourElements(at.docs, ['n1'], 'red', at.origin))).toEqual(
			changed('n1', { of: 'colour', before: 'yellow', after: 'red' })
		);
		expect(told((at) => changeLayer(at.docs, ['n1'], 'scaffold', at.origin))).toEqual(
			changed('n1', { of: 'lock', locked: true })
		);
		expect(told((at) => changeLayer(at.docs, ['a1'], 'cards', at.origin))).toEqual(
			changed('a1', { of: 'lock', locked: false })
		);
		expect(told((at) => turnInto(at.docs, ['n1'], 'card', at.origin))[0]?.changes).toContainEqual({ of: 'kind' });
		expect(told((at) => changeOwnFields(at.docs, 'c1', { kind: 'supports' }, at.origin))).toEqual(
			changed('c1', { of: 'fields' })
		);
	});

	test('differ in what is new, thrown away, gone for good or taken out of the bin', () => {
		expect(told((at) => add(at, { id: 'n3' }))).toEqual([{ id: 'n3', fate: 'new', changes: [] }]);
		expect(told((at) => throwAway(at, 'n1'))).toEqual([{ id: 'n1', fate: 'binned', changes: [] }]);
		expect(told((at) => (throwAway(at, 'n1'), purgeBoard(at.docs, 2000, at.origin)))).toEqual([
			{ id: 'n1', fate: 'purged', changes: [] }
		]);
		const anna = table(1);
		add(anna, { id: 'n1' });
		throwAway(anna, 'n1');
		const then = remember(anna);
		restoreElements(anna.docs, ['n1'], anna.origin);
		expect(compareBoards(readBoard(then), readBoard(anna.docs))).toMatchObject([{ id: 'n1', fate: 'returned' }]);
	});

	test('do not differ in what lies in an area that moved or is in the bin', () => {
		const ids = (deed: (anna: Table) => unknown) => differencesAfter(deed).map(({ id }) => id);
		expect(ids((at) => moveElements(at.docs, ['a1'], { dx: 0.1, dy: 0.2 }, at.origin))).toEqual(['a1']);
		expect(ids((at) => throwAway(at, 'a1'))).toEqual(['a1']);
		expect(ids((at) => (throwAway(at, 'a1'), moveElements(at.docs, ['n1'], { dx: 9, dy: 0 }, at.origin)))).toEqual([
			'a1',
			'n1'
		]);
	});

	test('do not differ in how many comments there are', () => {
		const anna = table(1);
		add(anna, { id: 'k1', type: 'comment', own: { answers: 1 } });
		const then = remember(anna);
		tellPin(anna.docs, 'k1', { answers: 2, settled: true }, anna.origin);
		expect(compareBoards(readBoard(then), readBoard(anna.docs))).toEqual([]);
	});

	test.each(everyKind)('are told of a thing of the kind %s, and agree once it is brought back', (type) => {
		const anna = table(1);
		laySample(anna, type);
		const then = remember(anna);
		throwAway(anna, 'thing');
		const [difference] = compareBoards(readBoard(then), readBoard(anna.docs));
		expect(difference).toMatchObject({ id: 'thing', fate: 'binned', then: { type }, now: null });
		restorePart({ docs: anna.docs, then, binned: { by: 'p1', at: 1 } }, ['thing'], anna.origin);
		expect(compareBoards(readBoard(then), readBoard(anna.docs))).toEqual([]);
	});

	test('are read area by area: each thing where it was, and what is new where it is', () => {
		const anna = table(1);
		add(anna, { id: 'a1', type: 'area', text: 'Pflege' });
		add(anna, { id: 'a2', type: 'area', text: 'Mobilität', x: 1000 });
		for (const id of ['n1', 'n2']) add(anna, { id, text: id, parent: 'a1' });
		add(anna, { id: 'n3', text: 'n3' });
		connect(anna.docs, { id: 'c1', from: 'n2', to: 'n3', by: 'p1' }, anna.origin, anna.random);
		const then = remember(anna);
		throwAway(anna, 'a1', 'c1');
		putIntoArea(anna.docs, ['n1'], 'a2', anna.origin);
		recolourElements(anna.docs, ['n3'], 'red', anna.origin);
		add(anna, { id: 'n4', text: 'n4', parent: 'a2' });
		const parts = compareByArea(readBoard(then), readBoard(anna.docs));
		expect(parts.map(({ of, title, differences }) => [of, title, differences.map(({ id }) => id)])).toEqual([
			['area', 'Pflege', ['a1', 'n1']],
			['area', 'Mobilität', ['n4']],
			['board', '', ['n3']],
			['arrows', '', ['c1']]
		]);
	});
});
