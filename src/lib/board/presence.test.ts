import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import { addElement } from '#board/operations/add-elements.ts';
import { moveElements } from '#board/operations/move-elements.ts';
import { Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { BoardPresence, initials } from './presence.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const user = { id: 'p2', name: 'Anna Muster', colour: 'blue', role: 'participant' };

function open() {
	const docs = new BoardDocs(new Y.Doc(), new Y.Doc());
	addElement(docs, { id: 'a', type: 'note', by: 'x' }, new Origin('user'), Math.random);
	const [own, far] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
	const presence = new BoardPresence(own, () => readBoard(docs));
	const others = (state: object) => {
		far.setLocalState({ user, ...state });
		applyAwarenessUpdate(own, encodeAwarenessUpdate(far, [far.clientID]), 'far');
	};
	return { docs, own, presence, others };
}

test('a pointer that rests for five seconds is hidden, the person stays', () => {
	const { presence, others } = open();
	others({ cursor: { x: 1, y: 2 } });
	expect(presence.peers[0]?.cursor).toEqual({ x: 1, y: 2 });
	vi.advanceTimersByTime(6_000);
	expect(presence.peers[0]?.cursor).toBeNull();
	expect(presence.people.map(({ name }) => name)).toEqual(['Anna Muster']);
	presence.close();
});

test('a card carried by somebody else is shown on its way and does not jump when it is put down', () => {
	const { docs, presence, others } = open();
	const card = () => readBoard(docs).byId.get('a')!;
	others({ drag: { ids: ['a'], dx: 50, dy: 0 } });
	expect(presence.wayOf(card())).toEqual({ x: 50, y: 0 });
	moveElements(docs, ['a'], { dx: 50, dy: 0 }, new Origin('peer'));
	expect(presence.wayOf(card())).toBeNull();
	presence.close();
});

test('only who leads can call everybody, whatever others say', () => {
	const { presence, others } = open();
	others({ call: 5 });
	expect([...presence.calls]).toEqual([]);
	others({ call: 6, user: { ...user, role: 'facilitator' } });
	expect([...presence.calls.values()]).toEqual([6]);
	presence.close();
});

test('a projector goes by whoever leads and presents, not by anybody who says so', () => {
	const { presence, others } = open();
	others({ presenting: true });
	expect(presence.peers[0]?.presenting).toBe(false);
	others({ presenting: true, user: { ...user, role: 'facilitator' } });
	expect(presence.peers[0]?.presenting).toBe(true);
	presence.close();
});

test('what moves quickly is told at most twenty times in a second', () => {
	const { own, presence } = open();
	let told = 0;
	own.on('change', () => told++);
	for (let x = 0; x < 100; x++) {
		presence.show({ cursor: { x, y: 0 } });
		vi.advanceTimersByTime(10);
	}
	expect(told).toBeGreaterThan(5);
	expect(told).toBeLessThanOrEqual(20);
	presence.close();
});

test('initials stand for a name', () => {
	expect(initials('Anna Muster')).toBe('AM');
	expect(initials('Gast 7')).toBe('G7');
	expect(initials('')).toBe('?');
});
