import { describe, expect, test } from 'vitest';
import { add, exchange, see, table, twoTables, type Table } from '../../tests/support/board-tables.ts';
import { definitionOf } from './elements.ts';
import type { Axes } from './elements/area.ts';
import { freePlaces } from './free-places.ts';
import { inLane } from './lanes.ts';
import { inQuarter, placesInQuarter, quarters, saidBy } from './matrix.ts';
import { changeOwnFields } from './operations/change-own-fields.ts';
import { readBoard } from './snapshot.ts';

const axes: Axes = [
	['Aufwand', 'wenig', 'viel'],
	['Wirkung', 'wenig', 'viel']
];

function withMatrix(): Table {
	const anna = table(1);
	add(anna, { id: 'm', type: 'area', text: 'Einordnen', w: 1_080, h: 1_224, own: { layout: 'matrix', axes } });
	return anna;
}
const say = (at: Table, id: string) => definitionOf(see(at, id)!.type).describe(see(at, id)!, readBoard(at.docs));

describe('a matrix', () => {
	test('says of a card in which quarter it lies and what that means', () => {
		const anna = withMatrix();
		add(anna, { id: 'n', text: 'Radweg', parent: 'm', x: 100, y: 200 });
		expect(say(anna, 'n')).toEqual({
			key: 'note',
			text: 'Radweg',
			area: 'Einordnen',
			quarter: { at: 'upper-left', says: ['viel Wirkung', 'wenig Aufwand'] }
		});
		add(anna, { id: 'o', text: 'Brücke', parent: 'm', x: 800, y: 900 });
		expect(say(anna, 'o')).toMatchObject({ quarter: { at: 'lower-right', says: ['wenig Wirkung', 'viel Aufwand'] } });
	});

	test('says nothing of its question, of what waits below it, and of what lies beside it', () => {
		const anna = withMatrix();
		add(anna, { id: 'ask', type: 'text', parent: 'm', x: 24, y: 72, h: 72 });
		const [waiting] = freePlaces(readBoard(anna.docs), 'm', 1, { w: 200, h: 200 });
		add(anna, { id: 'new', parent: 'm', ...waiting });
		add(anna, { id: 'out', x: 100, y: 200 });
		for (const id of ['ask', 'new', 'out']) expect(say(anna, id)).not.toHaveProperty('quarter');
	});

	test('has no words where nobody wrote any', () => {
		expect(saidBy({ axes: [axes[0], ['Wirkung', '', 'viel']] }, 'lower-left')).toEqual(['wenig Aufwand']);
		expect(saidBy({}, 'lower-left')).toEqual([]);
	});

	test('has room for cards in each quarter, and a full quarter is not left', () => {
		const anna = withMatrix();
		for (const quarter of quarters) {
			for (let at = 0; at < 8; at++) add(anna, { id: `${quarter}${at}` });
			const board = readBoard(anna.docs);
			const cards = board.elements.filter(({ id }) => id.startsWith(quarter));
			const places = placesInQuarter(board, see(anna, 'm')!, quarter, cards);
			for (const card of cards) {
				const laid = { ...card, ...places.get(card.id), parent: 'm' };
				expect(inQuarter(laid, board)?.at).toBe(quarter);
			}
			const corners = new Set([...places.values()].map(({ x, y }) => `${x} ${y}`));
			expect(corners.size).toBe(8);
		}
	});
});

describe('what an area says of itself', () => {
	test('is changed for all, and takes no room once it goes without saying', () => {
		const [anna, bert] = twoTables({ id: 'm', type: 'area', own: { layout: 'matrix' } });
		changeOwnFields(anna.docs, 'm', { layout: 'matrix', axes }, anna.origin);
		exchange(anna, bert);
		expect(see(bert, 'm')).toMatchObject({ layout: 'matrix', axes });
		changeOwnFields(bert.docs, 'm', { layout: undefined, axes: undefined }, bert.origin);
		exchange(anna, bert);
		expect(see(anna, 'm')).not.toHaveProperty('layout');
		expect(anna.docs.find('m')!.map.has('axes')).toBe(false);
		expect(changeOwnFields(anna.docs, 'gone', {}, anna.origin).ok).toBe(false);
	});

	test('is one short line for each word of an axis, whatever was written there', () => {
		const anna = table(1);
		add(anna, { id: 'm', type: 'area', own: { layout: 'matrix' } });
		const map = anna.docs.find('m')!.map;
		map.set('axes', [[`a\n\u202E${'b'.repeat(500)}`, 7, null], 'x', 9]);
		expect(see(anna, 'm')!.axes).toEqual([
			[`a ${'b'.repeat(28)}`, '', ''],
			['', '', '']
		]);
		map.set('axes', 'none');
		expect(see(anna, 'm')).not.toHaveProperty('axes');
	});
});

test.each([
	[
		'rows',
		[
			[24, 160],
			[248, 160],
			[24, 384]
		]
	],
	[
		'columns',
		[
			[24, 160],
			[24, 384],
			[248, 160]
		]
	]
] as const)(
	'the content of %s lies in line, in the order in which it lay, and its question stays',
	(layout, places) => {
		const anna = table(1);
		add(anna, { id: 'lane', type: 'area', w: 480, h: 620, own: { layout } });
		add(anna, { id: 'ask', type: 'text', parent: 'lane', x: 24, y: 72 });
		for (const [at, id] of ['c', 'b', 'a'].entries())
			add(anna, { id, parent: 'lane', x: 300 - at * 50, y: 400 - at * 30 });
		const laid = inLane(readBoard(anna.docs), see(anna, 'lane')!);
		expect(['a', 'b', 'c'].map((id) => laid.get(id))).toEqual(places.map(([x, y]) => ({ x, y })));
		expect(laid.has('ask')).toBe(false);
	}
);
