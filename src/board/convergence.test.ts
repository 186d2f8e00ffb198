import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boardDeeds, expectSoundBoard, performOnBoard, type BoardDeed } from '../../tests/support/board-deeds.ts';
import { seededRandom, table, tell, type Table } from '../../tests/support/board-tables.ts';
import { BoardReader, readBoard } from './snapshot.ts';

/** Beyond the deeds at one table: two tables meet. */
const deed = fc.record({
	who: fc.nat(2),
	what: fc.nat(boardDeeds + 2),
	pick: fc.nat(200),
	other: fc.nat(200)
});

const numbered = (doings: Omit<BoardDeed, 'id'>[]): BoardDeed[] =>
	doings.map((doing, index) => ({ ...doing, id: `e${doing.who}x${index}` }));

test('three tables that work offline and meet in any order see the same sound board', () => {
	fc.assert(
		fc.property(fc.array(deed, { minLength: 10, maxLength: 60 }), fc.nat(), (doings, seed) => {
			const tables = [table(1), table(2), table(3)];
			for (const doing of numbered(doings)) perform(doing, tables);
			meetInAnyOrder(tables, seededRandom(seed));
			const [first, ...others] = tables.map(({ docs }) => readBoard(docs));
			for (const other of others) expect(other).toEqual(first);
			for (const { docs } of tables) expectSoundBoard(docs);
		}),
		{ numRuns: 60, interruptAfterTimeLimit: 2_500 }
	);
});

test('a board that is read after each change is the same as one read at the end', () => {
	fc.assert(
		fc.property(fc.array(deed, { minLength: 5, maxLength: 30 }), (doings) => {
			const tables = [table(1), table(2)];
			for (const doing of numbered(doings)) {
				perform({ ...doing, who: doing.who % 2 }, tables);
				for (const { docs } of tables) {
					const [kept, fresh] = [readBoard(docs), new BoardReader(docs).read()];
					expect(kept).toEqual(fresh);
					expect([...kept.byId.keys()]).toEqual([...fresh.byId.keys()]);
				}
			}
		}),
		{ numRuns: 15, interruptAfterTimeLimit: 1_000 }
	);
});

function perform(doing: BoardDeed, tables: readonly Table[]): void {
	const at = tables[doing.who] as Table;
	if (doing.what < boardDeeds) performOnBoard(at, doing);
	else tell(tables[(doing.who + 1) % tables.length] as Table, at);
}

function meetInAnyOrder(tables: readonly Table[], random: () => number): void {
	const pairs = tables.flatMap((from) => tables.filter((to) => to !== from).map((to) => [from, to] as const));
	for (let round = 0; round < 3; round++) {
		const shuffled = pairs.map((pair) => ({ pair, at: random() })).sort((a, b) => a.at - b.at);
		for (const { pair } of shuffled) tell(...pair);
	}
}
