import { expect, test } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import { addElement } from '#board/operations/add-elements.ts';
import { Origin } from '#board/shape.ts';
import { Desk } from '../desk.svelte.ts';
import * as hands from '../hands.ts';
import { showing, towards } from './follow.svelte.ts';

function deskWithAnna() {
	const docs = new BoardDocs(new Y.Doc(), new Y.Doc());
	const area = { id: 'area', type: 'area', by: 'x', x: 0, y: 0, w: 900, h: 900, text: 'Mobilität' } as const;
	addElement(docs, area, new Origin('user'), Math.random);
	const [own, far] = [new Awareness(docs.cards), new Awareness(new Y.Doc())];
	const desk = new Desk(docs, own, 'me', () => ({ mayScaffold: false, mayCards: true, reason: null }));
	desk.takeUp(hands);
	const anna = (state: object) => {
		far.setLocalState({ user: { id: 'p2', name: 'Anna', colour: 'blue', role: 'facilitator' }, ...state });
		applyAwarenessUpdate(own, encodeAwarenessUpdate(far, [far.clientID]), 'far');
	};
	return { desk, anna };
}
const view = { x: 100, y: 100, w: 400, h: 300 };

test('whoever follows sees what the other sees, and is told in which area that is', () => {
	const { desk, anna } = deskWithAnna();
	anna({ view });
	desk.follow.start('p2');
	expect(desk.follow.view).toEqual(view);
	desk.follow.tellArea(view);
	expect(desk.announcer.news).toBe('Anna ist im Bereich Mobilität.');
	desk.follow.stop();
	expect(desk.follow.person).toBeNull();
	desk.close();
});

test('a call brings everybody who is here, one from before brings nobody', () => {
	const { desk, anna } = deskWithAnna();
	anna({ view, call: 5 });
	desk.follow.hearCalls();
	expect(desk.follow.person).toBeNull();
	anna({ view, call: 6 });
	desk.follow.hearCalls();
	expect(desk.follow.person).toBe('p2');
	desk.close();
});

test('a part of the board is shown whole on a screen of another shape', () => {
	expect(showing(view, { w: 800, h: 1200 })).toEqual({ x: 100, y: -50, zoom: 2 });
});

test('the way there has an end', () => {
	const to = { x: 900, y: 400, zoom: 2 };
	let at = { x: 0, y: 0, zoom: 0.5 };
	let frames = 0;
	for (; at !== to && frames < 100; frames++) at = towards(at, to, 0.2);
	expect(at).toBe(to);
	expect(frames).toBeLessThan(60);
});
