import { expect, test } from 'vitest';
import { add, table, tell, twoTables } from '../../tests/support/board-tables.ts';
import { observeBoard, type BoardChange } from './changes.ts';
import { deleteElements } from './operations/delete-elements.ts';
import { editText } from './operations/edit-text.ts';
import { moveElements } from './operations/move-elements.ts';
import { purgeBoard } from './operations/purge-board.ts';

function listen(at: ReturnType<typeof table>) {
	const heard: BoardChange[] = [];
	const stop = observeBoard(at.docs, (change) => heard.push(change));
	return { heard, stop, ids: () => heard.map(({ layer, ids }) => [layer, [...ids].sort()]) };
}

test('each transaction is told once for each document, with the elements that changed', () => {
	const [anna] = twoTables({ id: 'n1' }, { id: 'n2' }, { id: 'a1', type: 'area' });
	const { ids, heard, stop } = listen(anna);
	moveElements(anna.docs, ['n1', 'n2', 'a1'], { dx: 1, dy: 1 }, anna.origin);
	editText(anna.docs, 'n1', { after: 'Bus' }, anna.origin);
	add(anna, { id: 'n3' });
	deleteElements(anna.docs, ['n3'], { by: 'p1', at: 1 }, anna.origin);
	purgeBoard(anna.docs, 2, anna.origin);
	expect(ids()).toEqual([
		['scaffold', ['a1']],
		['cards', ['n1', 'n2']],
		['cards', ['n1']],
		['cards', ['n3']],
		['cards', ['n3']],
		['cards', ['n3']]
	]);
	expect(heard.every(({ local, origin }) => local && origin === anna.origin)).toBe(true);
	stop();
	add(anna, { id: 'n4' });
	expect(heard.length).toBe(6);
});

test('changes of another person are told as coming from afar', () => {
	const [anna, ben] = twoTables({ id: 'n1' });
	const { heard, ids } = listen(anna);
	editText(ben.docs, 'n1', { after: 'Bus' }, ben.origin);
	tell(ben, anna);
	expect(ids()).toEqual([['cards', ['n1']]]);
	expect(heard[0]).toMatchObject({ local: false, origin: 'peer' });
});
