import { expect, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import { addElements, type NewElement } from '#board/operations/add-elements.ts';
import { Origin } from '#board/shape.ts';
import { Desk } from '../desk.svelte.ts';
import * as hands from '../hands.ts';
import { slideName, slidesOf } from './slides.svelte.ts';

function deskWith(...things: (Partial<NewElement> & { id: string })[]) {
	const docs = new BoardDocs(new Y.Doc(), new Y.Doc());
	const whole = things.map((thing) => ({ type: 'area' as const, by: 'x', text: thing.id, ...thing }));
	addElements(docs, whole, new Origin('server'), Math.random);
	const desk = new Desk(docs, new Awareness(docs.cards), 'me', () => ({
		mayScaffold: false,
		mayCards: true,
		reason: null
	}));
	desk.takeUp(hands);
	return desk;
}

test('the areas are shown in the order of the list, inner ones after the outer one, and topics are no slides', () => {
	const desk = deskWith(
		{ id: 'A' },
		{ id: 'B' },
		{ id: 'A1', parent: 'A' },
		{ id: 'Thema', parent: 'B', layer: 'cards' }
	);
	const shown: string[] = [];
	desk.slides.start();
	for (let turns = 0; turns < 4; turns++) {
		shown.push(desk.slides.current?.text ?? '');
		desk.slides.turn('next');
	}
	expect(shown).toEqual(['A', 'A1', 'B', 'B']);
	desk.slides.turn('first');
	expect(slideName(desk.slides.current!, slidesOf(desk.snapshot))).toBe('A (1 von 3)');
	desk.slides.turn('back');
	expect(desk.slides.current?.text).toBe('A');
	desk.slides.stop();
	expect(desk.slides.current).toBeNull();
	desk.close();
});

test('on a board without areas there is nothing to show, and that is said', () => {
	const desk = deskWith();
	desk.slides.start();
	expect(desk.slides.current).toBeNull();
	expect(desk.announcer.word?.text).toBe('Zum Vorführen braucht das Board mindestens einen Bereich.');
	desk.close();
});
