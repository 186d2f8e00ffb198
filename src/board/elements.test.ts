import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { add, see, table } from '../../tests/support/board-tables.ts';
import { definitionOf, elements, shownType, type ElementType } from './elements.ts';
import { connect } from './operations/connect.ts';
import { boardVersion } from './shape.ts';
import { readBoard } from './snapshot.ts';

describe.each(Object.entries(elements))('the kind %s', (name, definition) => {
	test('stands in the registry under its own name', () => {
		expect(definition.type).toBe(name);
		expect(shownType(name)).toBe(name);
	});

	test('bears any content of its fields', () => {
		for (const value of [undefined, null, 5, 12n, 'x', [], {}, new Uint8Array(1)]) {
			const stored = { from: value, to: value, kind: value };
			expect(() => v.parse(definition.fields, stored)).not.toThrow();
		}
	});

	test('has a migration for each step between versions at most', () => {
		expect(definition.migrations.length).toBeLessThan(boardVersion);
	});

	test('can be laid on the board, seen again and described', () => {
		const anna = table(1);
		add(anna, { id: 'n1', text: 'Bus' });
		add(anna, { id: 'n2', text: 'Bahn' });
		const own = definition.joins ? { from: 'n1', to: 'n2' } : undefined;
		add(anna, { id: 'e1', type: name as ElementType, text: 'Mobilität', own });
		const element = see(anna, 'e1');
		expect(element).toMatchObject({ type: name, layer: definition.layer, text: definition.hasText ? 'Mobilität' : '' });
		if (element) expect(definition.describe(element, readBoard(anna.docs)).key).toBe(name);
	});
});

test('what is said about an element is data without words of a language', () => {
	const anna = table(1);
	add(anna, { id: 'a1', type: 'area', text: 'Sammeln' });
	add(anna, { id: 'n1', text: 'Bus', parent: 'a1' });
	add(anna, { id: 'n2', text: 'Wohnen' });
	connect(
		anna.docs,
		{ id: 'c1', from: 'n1', to: 'n2', by: 'p1', kind: 'supports', label: 'stark' },
		anna.origin,
		anna.random
	);
	const board = readBoard(anna.docs);
	const say = (id: string) => {
		const element = board.byId.get(id);
		return element && definitionOf(element.type).describe(element, board);
	};
	expect(say('n1')).toEqual({ key: 'note', text: 'Bus', area: 'Sammeln' });
	expect(say('a1')).toEqual({ key: 'area', title: 'Sammeln', area: null, count: 1 });
	expect(say('c1')).toEqual({ key: 'connector', kind: 'supports', from: 'Bus', to: 'Wohnen', label: 'stark' });
});

test('names that every object has are no kinds', () => {
	expect(shownType('toString')).toBe('unknown');
	expect(shownType('__proto__')).toBe('unknown');
});
