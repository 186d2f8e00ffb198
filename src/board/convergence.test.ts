import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom, table, tell, type Table } from '../../tests/support/board-tables.ts';
import { colours } from './colours.ts';
import { definitionOf } from './elements.ts';
import { limits } from './limits.ts';
import { addElement } from './operations/add-elements.ts';
import { changeLayer } from './operations/change-layer.ts';
import { connect } from './operations/connect.ts';
import { deleteElements } from './operations/delete-elements.ts';
import { editText } from './operations/edit-text.ts';
import { moveElements } from './operations/move-elements.ts';
import { purgeBoard } from './operations/purge-board.ts';
import { putIntoArea } from './operations/put-into-area.ts';
import { recolourElements } from './operations/recolour-elements.ts';
import { reorderElement } from './operations/reorder-element.ts';
import { resizeElement } from './operations/resize-element.ts';
import { restoreElements } from './operations/restore-elements.ts';
import { inOrder } from './order.ts';
import { outlineOf, readingOrder } from './outline.ts';
import { BoardReader, readBoard } from './snapshot.ts';

/** One thing that somebody does; `pick` numbers choose among what is on their board. */
interface Deed {
	who: number;
	what: number;
	pick: number;
	other: number;
}

const deeds: ((at: Table, one: string, other: string, deed: Deed) => unknown)[] = [
	(at, _one, _other, deed) => lay(at, deed, 'note'),
	(at, _one, _other, deed) => lay(at, deed, 'area'),
	(at, one, other, deed) =>
		connect(at.docs, { id: newId(deed), from: one, to: other, by: `p${deed.who}` }, at.origin, at.random),
	(at, one, other) => moveElements(at.docs, [one, other], { dx: 35, dy: -20 }, at.origin),
	(at, one, other) => putIntoArea(at.docs, [one], other, at.origin),
	(at, one) => putIntoArea(at.docs, [one], null, at.origin),
	(at, one, _other, { pick }) => resizeElement(at.docs, one, { x: pick, y: -pick, w: 300, h: 200 }, at.origin),
	(at, one, _other, { pick, other }) =>
		editText(at.docs, one, { after: `${'Wörter 🚲'.slice(0, pick % 9)}${other}` }, at.origin),
	(at, one, _other, { pick }) => recolourElements(at.docs, [one], colours[pick % 6] ?? 'red', at.origin),
	(at, one, other, { pick }) => deleteElements(at.docs, [one, other], { by: 'p1', at: pick }, at.origin),
	(at, one, other) => restoreElements(at.docs, [one, other], at.origin),
	(at, one, other) => reorderElement(at.docs, one, { before: other }, at.origin, at.random),
	(at, one) => changeLayer(at.docs, [one], 'scaffold', at.origin),
	(at, one) => changeLayer(at.docs, [one], 'cards', at.origin),
	(at, _one, _other, { pick }) => pick % 5 === 0 && purgeBoard(at.docs, pick, at.origin)
];

let made = 0;
const newId = ({ who }: Deed) => `e${who}x${made++}`;
const lay = (at: Table, deed: Deed, type: 'note' | 'area') =>
	addElement(
		at.docs,
		{ id: newId(deed), type, by: `p${deed.who}`, x: deed.pick * 10, y: deed.other * 10, text: 'Idee' },
		at.origin,
		at.random
	);

const deed = fc.record({
	who: fc.nat(2),
	what: fc.nat(deeds.length + 2),
	pick: fc.nat(200),
	other: fc.nat(200)
});

test('three tables that work offline and meet in any order see the same sound board', () => {
	fc.assert(
		fc.property(fc.array(deed, { minLength: 10, maxLength: 60 }), fc.nat(), (doings, seed) => {
			made = 0;
			const tables = [table(1), table(2), table(3)];
			for (const doing of doings) perform(doing, tables);
			meetInAnyOrder(tables, seededRandom(seed));
			const [first, ...others] = tables.map(({ docs }) => readBoard(docs));
			for (const other of others) expect(other).toEqual(first);
			for (const { docs } of tables) expectSound(docs);
		}),
		{ numRuns: 60, interruptAfterTimeLimit: 2_500 }
	);
});

test('a board that is read after each change is the same as one read at the end', () => {
	fc.assert(
		fc.property(fc.array(deed, { minLength: 5, maxLength: 30 }), (doings) => {
			made = 0;
			const tables = [table(1), table(2)];
			for (const doing of doings) {
				perform({ ...doing, who: doing.who % 2 }, tables);
				for (const { docs } of tables) expect(readBoard(docs)).toEqual(new BoardReader(docs).read());
			}
		}),
		{ numRuns: 15, interruptAfterTimeLimit: 1_000 }
	);
});

function perform(doing: Deed, tables: readonly Table[]): void {
	const at = tables[doing.who] as Table;
	const partner = tables[(doing.who + 1) % tables.length] as Table;
	const deedHere = deeds[doing.what];
	if (!deedHere) return tell(partner, at);
	const ids = [...readBoard(at.docs).byId.keys()];
	deedHere(at, ids[doing.pick % ids.length] ?? 'none', ids[doing.other % ids.length] ?? 'none', doing);
}

function meetInAnyOrder(tables: readonly Table[], random: () => number): void {
	const pairs = tables.flatMap((from) => tables.filter((to) => to !== from).map((to) => [from, to] as const));
	for (let round = 0; round < 3; round++) {
		const shuffled = pairs.map((pair) => ({ pair, at: random() })).sort((a, b) => a.at - b.at);
		for (const { pair } of shuffled) tell(...pair);
	}
}

/** Parents are living areas without circles, the order is total, connectors hold on to something, the list is complete. */
function expectSound(docs: Table['docs']): void {
	const board = readBoard(docs);
	const shown = new Map(board.elements.map((element) => [element.id, element]));
	for (const element of board.byId.values()) {
		if (element.parent !== null) {
			const around = shown.get(element.parent);
			expect(around && definitionOf(around.type).canContain).toBe(true);
			expect(element.depth).toBe((around?.depth ?? 0) + 1);
		}
		expect(element.depth).toBeLessThanOrEqual(limits.depth);
	}
	for (const [index, element] of board.elements.entries()) {
		const next = board.elements[index + 1];
		if (next) expect(inOrder(element, next)).toBeLessThan(0);
		if (!definitionOf(element.type).joins) continue;
		expect(shown.has(element.from ?? '') && shown.has(element.to ?? '')).toBe(true);
	}
	const placed = board.elements.filter(({ type }) => !definitionOf(type).joins).map(({ id }) => id);
	expect(readingOrder(outlineOf(board)).sort()).toEqual(placed.sort());
}
