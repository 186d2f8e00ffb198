import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { BoardDocs } from '../board-docs.ts';
import { Origin } from '../shape.ts';
import { readBoard } from '../snapshot.ts';
import { addElement } from './add-elements.ts';
import { deleteElements } from './delete-elements.ts';
import { layImpulses } from './lay-impulses.ts';

const origin = new Origin('server');
const cards = [
	{ id: 'one', text: 'Radwege (43 %)' },
	{ id: 'two', text: 'Pflege (12 %)' }
];
const impulses = { cards, by: 'p', areaId: null, newArea: { id: 'news', title: 'Impulse' } };
const emptyBoard = () => new BoardDocs(new Y.Doc(), new Y.Doc());
const lay = (docs: BoardDocs, more = {}) => layImpulses(docs, { ...impulses, ...more }, origin, () => 0.5);

describe('impulse cards', () => {
	test('lie locked in their area, beside each other', () => {
		const docs = emptyBoard();
		addElement(docs, { id: 'evidence', type: 'area', by: 'p', x: 0, y: 0, w: 704, h: 1_400 }, origin, () => 0.5);
		expect(lay(docs, { areaId: 'evidence' })).toEqual({ ok: true, value: ['one', 'two'] });
		const [one, two] = cards.map(({ id }) => readBoard(docs).byId.get(id)!);
		expect(one).toMatchObject({ layer: 'scaffold', parent: 'evidence', text: 'Radwege (43 %)' });
		expect([two!.x - one!.x, two!.y - one!.y]).not.toEqual([0, 0]);
	});

	test('a second time nothing is added, also not what somebody has put into the bin', () => {
		const docs = emptyBoard();
		lay(docs);
		deleteElements(docs, ['two'], { by: 'p', at: 1 }, origin);
		expect(lay(docs)).toEqual({ ok: true, value: [] });
		expect(readBoard(docs).elements.filter(({ type }) => type === 'note')).toHaveLength(1);
	});

	test('without an area they get one of their own, once', () => {
		const docs = emptyBoard();
		addElement(docs, { id: 'collect', type: 'area', by: 'p', x: 0, y: 0, w: 704, h: 1_400 }, origin, () => 0.5);
		lay(docs);
		lay(docs, { cards: [{ id: 'three', text: 'Busse' }], areaId: 'gone' });
		const { byId } = readBoard(docs);
		expect(byId.get('news')).toMatchObject({ type: 'area', text: 'Impulse', x: 768 });
		expect(byId.get('three')!.parent).toBe('news');
	});
});
