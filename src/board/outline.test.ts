import { describe, expect, test } from 'vitest';
import { add, table } from '../../tests/support/board-tables.ts';
import { neighbourOf } from './neighbours.ts';
import { connect } from './operations/connect.ts';
import { reorderElement } from './operations/reorder-element.ts';
import { firstToRead, outlineOf, readingOrder, type OutlineItem } from './outline.ts';
import { readBoard } from './snapshot.ts';

function workshop() {
	const anna = table(1);
	add(anna, { id: 'a1', type: 'area', text: 'Sammeln', w: 600, h: 600 });
	add(anna, { id: 'a2', type: 'area', text: 'Ordnen', x: 800, w: 600, h: 600 });
	add(anna, {
		id: 'b1',
		type: 'area',
		text: 'Bus & Bahn',
		parent: 'a2',
		x: 820,
		y: 100,
		w: 300,
		h: 300,
		layer: 'cards'
	});
	add(anna, { id: 'n1', parent: 'a1', x: 20, y: 100 });
	add(anna, { id: 'n2', parent: 'a1', x: 260, y: 110 });
	add(anna, { id: 'n3', parent: 'b1', x: 840, y: 150 });
	add(anna, { id: 'n4', x: 0, y: 900 });
	connect(anna.docs, { id: 'c1', from: 'n1', to: 'n3', by: 'p1' }, anna.origin, anna.random);
	return anna;
}

const shape = (items: readonly OutlineItem[]): unknown[] =>
	items.map(({ element, children }) => (children.length ? [element.id, shape(children)] : element.id));

describe('the list view', () => {
	test('holds everything once: areas with their content, the unsorted, the connectors as sentences', () => {
		const board = readBoard(workshop().docs);
		const outline = outlineOf(board);
		expect(shape(outline.areas)).toEqual([
			['a1', ['n1', 'n2']],
			['a2', [['b1', ['n3']]]]
		]);
		expect(shape(outline.unsorted)).toEqual(['n4']);
		expect(outline.connectors.map(({ description }) => description)).toEqual([
			{ key: 'connector', kind: 'affects', from: '', to: '', label: '' }
		]);
		expect(readingOrder(outline)).toEqual(['a1', 'n1', 'n2', 'a2', 'b1', 'n3', 'n4']);
		expect(firstToRead(board)).toBe('a1');
		expect(outline.areas[1]?.children[0]?.children[0]?.level).toBe(2);
	});

	test('changes its order when an entry is moved up', () => {
		const anna = workshop();
		reorderElement(anna.docs, 'n2', { before: 'n1' }, anna.origin, anna.random);
		expect(readingOrder(outlineOf(readBoard(anna.docs))).slice(0, 3)).toEqual(['a1', 'n2', 'n1']);
	});
});

describe('an arrow key', () => {
	test.each([
		['n1', 'right', 'n2'],
		['n2', 'left', 'n1'],
		['n2', 'right', 'n3'],
		['a1', 'right', 'a2'],
		['a1', 'down', 'n4'],
		['n4', 'up', 'a1'],
		['n4', 'down', undefined],
		['missing', 'up', undefined]
	] as const)('from %s to the %s leads to %s', (from, direction, to) => {
		const board = readBoard(workshop().docs);

		expect(neighbourOf(board, from, direction)?.id).toBe(to);
	});
});
