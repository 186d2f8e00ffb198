import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import { clipOfCells } from '#board/cells.ts';
import { addElements, type NewElement } from '#board/operations/add-elements.ts';
import { moveElements } from '#board/operations/move-elements.ts';
import { Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { SpatialIndex } from '#board/spatial.ts';
import { BoardActions } from './actions.ts';

function open(...things: (Partial<NewElement> & { id: string })[]) {
	const docs = new BoardDocs(new Y.Doc(), new Y.Doc());
	const whole = things.map((thing) => ({ type: 'note' as const, by: 'x', ...thing }));
	addElements(docs, whole, new Origin('server'), Math.random);
	const index = new SpatialIndex();
	const actions = new BoardActions(docs, 'me', () => 1);
	const of = (id: string) => {
		index.update(readBoard(docs));
		return readBoard(docs).byId.get(id);
	};
	of('');
	return { docs, index, actions, of };
}
const area = { id: 'area', type: 'area' as const, x: 0, y: 0, w: 1000, h: 1000 };

describe('putting down what was carried', () => {
	test('a card that is let go over an area lies in it, and is sent to the others once', () => {
		const { docs, actions, index, of } = open(area, { id: 'a', x: 2000, y: 0 });
		let sent = 0;
		docs.cards.on('update', () => sent++);
		actions.drop(['a'], { x: -1900, y: 100 }, index);
		expect(of('a')).toMatchObject({ parent: 'area', x: 100, y: 100 });
		expect(sent).toBe(1);
		actions.undo();
		expect(of('a')).toMatchObject({ parent: null, x: 2000, y: 0 });
	});

	test('a card that is carried out of an area does not lie in it any more', () => {
		const { actions, index, of } = open(area, { id: 'a', x: 100, y: 100, parent: 'area' });
		actions.drop(['a'], { x: 1500, y: 0 }, index);
		expect(of('a')).toMatchObject({ parent: null, x: 1600, y: 100 });
	});

	test('an area takes its cards along, also when they were chosen with it', () => {
		const { actions, index, of } = open(area, { id: 'a', x: 100, y: 100, parent: 'area' });
		actions.drop(['area', 'a'], { x: 50, y: 0 }, index);
		expect(of('area')).toMatchObject({ x: 50 });
		expect(of('a')).toMatchObject({ parent: 'area', x: 150 });
	});

	test('cards that fall into different places are one step to take back', () => {
		const { actions, index, of } = open(area, { id: 'a', x: 1100, y: 0 }, { id: 'b', x: 3000, y: 0 });
		actions.drop(['a', 'b'], { x: -300, y: 0 }, index);
		expect([of('a')?.parent, of('b')?.parent]).toEqual(['area', null]);
		actions.undo();
		expect([of('a')?.x, of('b')?.x]).toEqual([1100, 3000]);
	});
});

describe('pasting and duplicating', () => {
	const words = (lines: string[]) => clipOfCells([lines]);

	test('what is pasted under the pointer falls into the areas there, and is one step to take back', () => {
		const { actions, index, docs } = open(area);
		const pasted = actions.paste(words(['Bus', 'Bahn']), { at: { x: 900, y: 300 } }, index, false);
		const ids = pasted.ok ? pasted.value : [];
		const shown = ids.map((id) => readBoard(docs).byId.get(id));
		expect(shown).toMatchObject([
			{ text: 'Bus', by: 'me', parent: 'area', x: 688, y: 200 },
			{ text: 'Bahn', parent: null, x: 912, y: 200 }
		]);
		actions.undo();
		expect(readBoard(docs).elements.map(({ id }) => id)).toEqual(['area']);
	});

	test('what is pasted into an area lies where there is room, and beside it where it is too wide', () => {
		const { actions, index, of } = open(area, { id: 'a', x: 24, y: 160, parent: 'area' });
		const ids = [words(['Bus']), words(['1', '2', '3', '4', '5'])].flatMap((clip) => {
			const pasted = actions.paste(clip, { area: 'area' }, index, false);
			return pasted.ok ? pasted.value.slice(0, 1) : [];
		});
		expect(ids.map((id) => of(id)?.parent)).toEqual(['area', null]);
		expect(of(ids[0]!)).toMatchObject({ x: 248, y: 160 });
	});

	test('a duplicate lies beside its original in the same area, the next one beside that', () => {
		const { actions, of } = open(area, { id: 'a', x: 100, y: 200, parent: 'area', text: 'Bus', colour: 'red' });
		for (const x of [124, 148]) {
			const made = actions.duplicate(['a'], true);
			expect(of((made.ok && made.value[0]) || '')).toMatchObject({ parent: 'area', x, text: 'Bus', colour: 'red' });
		}
	});

	test('an area is duplicated with all that lies in it', () => {
		const { actions, docs } = open(area, { id: 'a', x: 100, y: 200, parent: 'area' });
		const made = actions.duplicate(['area', 'a'], true);
		const [copy, more] = made.ok ? made.value : [];
		expect(more).toBeUndefined();
		expect(readBoard(docs).children.get(copy!)).toMatchObject([{ x: 124, y: 224, layer: 'cards' }]);
	});
});

describe('own steps', () => {
	test('a group is formed in one step and dissolved by one press', () => {
		const { actions, of, docs } = open({ id: 'a', x: 0, y: 0 }, { id: 'b', x: 220, y: 0 });
		const made = actions.group(['a', 'b']);
		const id = made.ok ? made.value : '';
		expect(of(id)).toMatchObject({ type: 'area', layer: 'cards', by: 'me' });
		expect([of('a')?.parent, of('b')?.parent]).toEqual([id, id]);
		expect(actions.undo()).toBe('done');
		expect(
			readBoard(docs)
				.elements.map((each) => each.id)
				.sort()
		).toEqual(['a', 'b']);
		expect(of('a')?.parent).toBeNull();
	});

	test('what was deleted comes back with one press, what others did is left alone', () => {
		const { actions, of, docs } = open({ id: 'a' }, { id: 'b' });
		actions.remove(['a']);
		addElements(docs, [{ id: 'theirs', type: 'note', by: 'x' }], new Origin('peer'), Math.random);
		actions.undo();
		expect(of('a')?.deleted).toBeUndefined();
		expect(of('theirs')?.deleted).toBeUndefined();
		expect(actions.undo()).toBe('nothing');
	});

	test('things are aligned in one step, what lies in one of them goes along, and taking back leaves others alone', () => {
		const { actions, of, docs } = open(area, { id: 'a', x: 100, y: 200, parent: 'area' }, { id: 'b', x: 1500, y: 50 });
		actions.align(['area', 'a', 'b'], 'right');
		expect([of('area')?.x, of('a')?.x, of('b')?.x]).toEqual([700, 800, 1500]);
		moveElements(docs, ['b'], { dx: 7, dy: 0 }, new Origin('peer'));
		expect(actions.undo()).toBe('done');
		expect([of('area')?.x, of('a')?.x, of('b')?.x]).toEqual([0, 100, 1507]);
	});

	test('a moved entry of the list changes places with the one beside it', () => {
		const { actions, of, docs } = open({ id: 'a' }, { id: 'b' }, { id: 'c' });
		actions.reorder(of('c')!, true);
		expect(
			readBoard(docs)
				.children.get(null)
				?.map(({ id }) => id)
		).toEqual(['a', 'c', 'b']);
		actions.reorder(of('a')!, true);
		expect(
			readBoard(docs)
				.children.get(null)
				?.map(({ id }) => id)
		).toEqual(['a', 'c', 'b']);
	});
});

describe('laying a prepared board', () => {
	const shape = { colour: 'blue', text: '', parent: null } as const;
	const scaffold = [
		{ ...shape, id: 'head', type: 'text', x: 0, y: 0, w: 900, h: 96, text: 'Stärken und Schwächen' },
		{ ...shape, id: 'inner', type: 'area', x: 0, y: 160, w: 700, h: 500, text: 'Stärken' }
	] as const;

	test('covers nothing, begins at the height of the other areas and is one step to take back', () => {
		const { docs, actions, of } = open({ ...area, y: 200 }, { id: 'a', x: 100, y: 300, parent: 'area' });
		const laid = actions.layPlan({ scaffold, legend: { red: 'Hindernis' } });
		const [head, inner] = laid.ok ? [laid.value.get('head')!, laid.value.get('inner')!] : [];
		expect(of(inner!)).toMatchObject({ x: 1064, y: 200, w: 700, h: 500, layer: 'scaffold', by: 'me' });
		expect(of(head!)).toMatchObject({ x: 1064, y: 40 });
		actions.undo();
		expect(readBoard(docs).elements.map(({ id }) => id)).toEqual(['area', 'a']);
	});

	test('begins in the middle of an empty board', () => {
		const { actions, of } = open();
		const laid = actions.layPlan({ scaffold, legend: {} });
		expect(laid.ok && of(laid.value.get('head')!)).toMatchObject({ x: 0, y: 0 });
	});
});
