import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { add, see, table } from '../../../tests/support/board-tables.ts';
import { limits } from '../limits.ts';
import { openBoardDoc } from '../shape.ts';
import { readBoard } from '../snapshot.ts';
import { addElement, addElements, type NewElement } from './add-elements.ts';

const notes = (count: number): NewElement[] =>
	Array.from({ length: count }, (_, at) => ({ id: `n${at}`, type: 'note', by: 'p1', x: at * 220 }));

describe('laying things on the board', () => {
	test('cards go to the participants, areas and headlines to the facilitators, above all others', () => {
		const anna = table(1);
		add(anna, { id: 'n1' });
		add(anna, { id: 'a1', type: 'area' });
		add(anna, { id: 'n2', layer: 'scaffold', by: 'p7' });
		expect(readBoard(anna.docs).elements.map(({ id, layer, by }) => [id, layer, by])).toEqual([
			['n1', 'cards', 'p1'],
			['a1', 'scaffold', 'p1'],
			['n2', 'scaffold', 'p7']
		]);
		expect(openBoardDoc(anna.docs.cards).meta.get('v')).toBe(1);
	});

	test('a thing laid into an area is seen where it was laid', () => {
		const anna = table(1);
		add(anna, { id: 'a1', type: 'area', x: 500, y: 500 });
		add(anna, { id: 'n1', parent: 'a1', x: 520, y: 600 });
		expect(see(anna, 'n1')).toMatchObject({ x: 520, y: 600, parent: 'a1', depth: 1 });
	});

	test('an area and its content can be laid together', () => {
		const anna = table(1);
		const both: NewElement[] = [
			{ id: 'a1', type: 'area', by: 'p1', x: 100, y: 100, layer: 'cards' },
			{ id: 'n1', type: 'note', by: 'p1', x: 130, y: 130, parent: 'a1' }
		];
		expect(addElements(anna.docs, both, anna.origin, anna.random).ok).toBe(true);
		expect(see(anna, 'n1')).toMatchObject({ x: 130, y: 130, parent: 'a1' });
	});

	test('defaults are not written, because each key costs bytes for ever', () => {
		const anna = table(1);
		add(anna, { id: 'n1', colour: 'yellow', w: 200, h: 200 });
		expect([...(anna.docs.find('n1')?.map.keys() ?? [])].sort()).toEqual(['by', 'o', 't', 'text', 'xy']);
	});

	test('a thousand cards revealed at once are one transaction', () => {
		const anna = table(1);
		let updates = 0;
		anna.docs.cards.on('update', () => updates++);
		expect(addElements(anna.docs, notes(1_000), anna.origin, anna.random).ok).toBe(true);
		expect([updates, readBoard(anna.docs).elements.length]).toEqual([1, 1_000]);
	});

	test('a full board refuses one more, and none of the batch is laid', () => {
		const anna = table(1);
		addElements(anna.docs, notes(limits.elements - 1), anna.origin, anna.random);
		const two = ['x1', 'x2'].map((id) => ({ id, type: 'note' as const, by: 'p1' }));
		expect(addElements(anna.docs, two, anna.origin, anna.random)).toMatchObject({ problem: { code: 'board.full' } });
		expect(see(anna, 'x1')).toBeUndefined();
	});

	test.each<[string, Partial<NewElement>, string]>([
		['the same id twice', { id: 'n1' }, 'board.element-exists'],
		['a text beyond the limit', { text: 'x'.repeat(limits.noteText + 1) }, 'input.too-long'],
		['into a note', { parent: 'n1' }, 'board.not-an-area'],
		['into nothing', { parent: 'missing' }, 'board.not-an-area'],
		['an area thirteen deep', { type: 'area', parent: `a${limits.depth}` }, 'board.too-deep']
	])('%s is refused', (_why, fields, code) => {
		const anna = table(1);
		add(anna, { id: 'n1' });
		for (let at = 0; at <= limits.depth; at++)
			add(anna, { id: `a${at}`, type: 'area', parent: at ? `a${at - 1}` : null });
		const before = Y.encodeStateVector(anna.docs.cards);
		const answer = addElement(anna.docs, { id: 'n2', type: 'note', by: 'p1', ...fields }, anna.origin, anna.random);
		expect(answer).toMatchObject({ ok: false, problem: { code } });
		expect(Y.encodeStateVector(anna.docs.cards)).toEqual(before);
	});
});
