import { describe, expect, test } from 'vitest';
import { add, see, table } from '../../../tests/support/board-tables.ts';
import { changeKind } from './change-kind.ts';
import { connect } from './connect.ts';
import { layPin } from './lay-pin.ts';
import { moveElements } from './move-elements.ts';
import { purgeBoard } from './purge-board.ts';
import { deleteElements } from './delete-elements.ts';

function tableWithPair() {
	const anna = table(1);
	add(anna, { id: 'n1' });
	add(anna, { id: 'a1', type: 'area', x: 1_000, text: 'Mobilität' });
	layPin(anna.docs, { id: 'p1', by: 'nobody', on: 'a1' }, anna.origin, anna.random);
	connect(anna.docs, { id: 'c1', from: 'n1', to: 'a1', by: 'p1' }, anna.origin, anna.random);
	return anna;
}

describe('a connector', () => {
	test('says that one thing affects the other, until somebody says otherwise', () => {
		const anna = tableWithPair();
		expect(see(anna, 'c1')).toMatchObject({ from: 'n1', to: 'a1', kind: 'affects', layer: 'cards' });
		expect(anna.docs.find('c1')?.map.has('kind')).toBe(false);
		changeKind(anna.docs, 'c1', 'endangers', anna.origin);
		expect(see(anna, 'c1')?.kind).toBe('endangers');
		expect(changeKind(anna.docs, 'n1', 'endangers', anna.origin).ok).toBe(false);
	});

	test('follows its ends and cannot be moved itself', () => {
		const anna = tableWithPair();
		const before = see(anna, 'c1');
		expect(moveElements(anna.docs, ['c1'], { dx: 9, dy: 9 }, anna.origin).ok).toBe(false);
		moveElements(anna.docs, ['n1'], { dx: 100, dy: 0 }, anna.origin);
		expect(see(anna, 'c1')?.x).toBe((before?.x ?? 0) + 100);
	});

	test.each([
		['to itself', 'n1', 'n1', 'board.connector-to-itself'],
		['to a connector', 'n1', 'c1', 'board.end-not-connectable'],
		['to the pin of comments', 'n1', 'p1', 'board.end-not-connectable'],
		['to nothing', 'n1', 'missing', 'board.element-missing']
	])('%s is refused', (_why, from, to, code) => {
		const anna = tableWithPair();
		const answer = connect(anna.docs, { id: 'c2', from, to, by: 'p1' }, anna.origin, anna.random);
		expect(answer).toMatchObject({ ok: false, problem: { code } });
	});

	test('of which an end is gone for good stays hidden', () => {
		const anna = tableWithPair();
		deleteElements(anna.docs, ['a1'], { by: 'p1', at: 1 }, anna.origin);
		purgeBoard(anna.docs, 2, anna.origin);
		expect(see(anna, 'c1')?.loose).toBe(true);
	});
});
