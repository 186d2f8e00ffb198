import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { add, see, table, tell, twoTables } from '../../tests/support/board-tables.ts';
import { limits } from './limits.ts';
import { deleteElements } from './operations/delete-elements.ts';
import { recolourElements } from './operations/recolour-elements.ts';
import { keys, openBoardDoc } from './shape.ts';
import { readBoard } from './snapshot.ts';

/** Writes raw values into the cards as a hostile or broken program would. */
function smuggle(at: ReturnType<typeof table>, id: string, fields: Record<string, unknown>): void {
	at.docs.elementsOf('cards').set(id, new Y.Map(Object.entries(fields)));
}

describe('a board that a hostile hand has written to', () => {
	test('wrong values give way to defaults', () => {
		const anna = table(1);
		smuggle(anna, 'n1', {
			[keys.type]: 'note',
			[keys.place]: ['left', NaN],
			[keys.size]: { w: 1 },
			[keys.parent]: 7,
			[keys.order]: '!!',
			[keys.colour]: 'url(evil)',
			[keys.author]: 12n,
			[keys.text]: 'no shared text',
			[keys.deleted]: true
		});
		expect(see(anna, 'n1')).toEqual({
			id: 'n1',
			type: 'note',
			layer: 'cards',
			parent: null,
			depth: 0,
			x: 0,
			y: 0,
			w: 200,
			h: 200,
			order: 'a0',
			colour: 'yellow',
			text: '',
			by: null
		});
	});

	test.each([
		12n,
		undefined,
		null,
		new Uint8Array(3),
		'x'.repeat(300_000),
		JSON.parse('{"deep":{"__proto__":{"x":1},"constructor":{}}}'),
		[[[[]]]],
		-0,
		1e308,
		Infinity
	])('a board can be read with %s in every field', (value) => {
		const anna = table(1);
		const fields = [...Object.values(keys), 'from', 'to', 'kind'];
		for (const type of ['note', 'area', 'text', 'connector', value]) {
			const id = `e${anna.docs.elementsOf('cards').size}`;
			smuggle(anna, id, { ...Object.fromEntries(fields.map((name) => [name, value])), [keys.type]: type });
		}
		const ben = table(2);
		tell(anna, ben);
		const board = readBoard(ben.docs);
		expect(board.byId.size).toBe(5);
		expect(JSON.parse(JSON.stringify([...board.byId.values()]))).toEqual([...board.byId.values()]);
	});

	test('places far away come back to the edge of the board, sizes to what can be grasped', () => {
		const anna = table(1);
		smuggle(anna, 'n1', { [keys.type]: 'note', [keys.place]: [1e300, -1e300], [keys.size]: [0, 1e300] });
		const { coordinate, smallestSide, largestSide } = limits;
		expect(see(anna, 'n1')).toMatchObject({ x: coordinate, y: -coordinate, w: smallestSide, h: largestSide });
	});

	test('control characters, half characters and turned text are cleaned, and endless text is cut', () => {
		const anna = table(1);
		add(anna, { id: 'n1' });
		const text = anna.docs.find('n1')?.map.get(keys.text);
		if (text instanceof Y.Text) text.insert(0, `a\u0000b\u202Ec\uD83Dd\r\n🚲${'x'.repeat(20_000)}`);
		expect(see(anna, 'n1')?.text.startsWith('abc\uFFFDd\n🚲x')).toBe(true);
		expect(see(anna, 'n1')?.text.length).toBeLessThanOrEqual(limits.readText);
	});

	test('an unknown kind is a neutral card with its text', () => {
		const anna = table(1);
		smuggle(anna, 'k1', { [keys.type]: 'kanban', [keys.text]: new Y.Text('Neu'), [keys.place]: [5, 6] });
		expect(see(anna, 'k1')).toMatchObject({ type: 'unknown', text: 'Neu', x: 5, y: 6, w: 200, h: 200 });
	});

	test('what is no element is no element', () => {
		const anna = table(1);
		const map = anna.docs.elementsOf('cards');
		map.set('n1', 'a bare string');
		map.set('__proto__', new Y.Map([[keys.type, 'note']]));
		map.set('with space', new Y.Map([[keys.type, 'note']]));
		expect(readBoard(anna.docs).byId.size).toBe(0);
	});

	test('a thousand areas within each other are shown twelve deep, all at their place', () => {
		const anna = table(1);
		for (let at = 0; at < 1_000; at++) {
			smuggle(anna, `a${at}`, { [keys.type]: 'area', [keys.parent]: `a${at - 1}`, [keys.place]: [1, 2] });
		}
		expect(see(anna, 'a999')).toMatchObject({ depth: limits.depth, x: 1_000, y: 2_000, parent: 'a11' });
	});

	test('a note that claims to lie in another note lies on the bare board', () => {
		const anna = table(1);
		add(anna, { id: 'n1', x: 100 });
		smuggle(anna, 'n2', { [keys.type]: 'note', [keys.parent]: 'n1', [keys.place]: [7, 7] });
		expect(see(anna, 'n2')).toMatchObject({ parent: null, x: 7, y: 7 });
	});

	test('nobody can hide a locked thing by writing the same id into the cards', () => {
		const anna = table(1);
		add(anna, { id: 'a1', type: 'area', text: 'Sammeln' });
		smuggle(anna, 'a1', { [keys.type]: 'note', [keys.deleted]: { by: 'x', at: 1 } });
		expect(see(anna, 'a1')).toMatchObject({ type: 'area', layer: 'scaffold', text: 'Sammeln' });
		expect(see(anna, 'a1')?.deleted).toBeUndefined();
	});

	test('a connector to itself, to a connector or to nothing stays hidden', () => {
		const anna = table(1);
		add(anna, { id: 'n1' });
		smuggle(anna, 'c1', { [keys.type]: 'connector', from: 'c2', to: 'n1' });
		smuggle(anna, 'c2', { [keys.type]: 'connector', from: 'n1', to: 'missing' });
		smuggle(anna, 'c3', { [keys.type]: 'connector' });
		const board = readBoard(anna.docs);
		expect(board.elements.map(({ id }) => id)).toEqual(['n1']);
		expect(board.looseConnectors.map(({ id }) => id).sort()).toEqual(['c1', 'c2', 'c3']);
	});
});

describe('reading', () => {
	test('writes nothing into the documents', () => {
		const anna = table(1);
		readBoard(anna.docs);
		expect(openBoardDoc(anna.docs.cards).meta.size + anna.docs.cards.store.clients.size).toBe(0);
	});

	test('keeps unchanged elements the same objects, so that only changed ones are drawn again', () => {
		const [anna] = twoTables({ id: 'n1' }, { id: 'n2' });
		const before = readBoard(anna.docs);
		recolourElements(anna.docs, ['n2'], 'red', anna.origin);
		const after = readBoard(anna.docs);
		expect(after.byId.get('n1')).toBe(before.byId.get('n1'));
		expect(after.byId.get('n2')).not.toBe(before.byId.get('n2'));
		expect(after.byId.get('n2')?.colour).toBe('red');
	});

	test('sees what a running transaction has done so far, and what an observer is told', () => {
		const [anna] = twoTables({ id: 'n1' });
		const seen: unknown[] = [];
		anna.docs.elementsOf('cards').observeDeep(() => seen.push(see(anna, 'n1')?.colour));
		anna.docs.cards.transact(() => {
			recolourElements(anna.docs, ['n1'], 'red', anna.origin);
			seen.push(see(anna, 'n1')?.colour);
			recolourElements(anna.docs, ['n1'], 'blue', anna.origin);
		});
		expect(seen).toEqual(['red', 'blue']);
	});

	test('lists the bin with the newest deletion first', () => {
		const [anna] = twoTables({ id: 'n1' }, { id: 'n2' }, { id: 'n3' });
		deleteElements(anna.docs, ['n1'], { by: 'p1', at: 5 }, anna.origin);
		deleteElements(anna.docs, ['n3'], { by: 'p1', at: 9 }, anna.origin);
		expect(readBoard(anna.docs).deletedElements.map(({ id }) => id)).toEqual(['n3', 'n1']);
	});
});
