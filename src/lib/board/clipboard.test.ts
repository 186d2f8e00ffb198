import { afterEach, expect, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import { add, table } from '../../../tests/support/board-tables.ts';
import { clipFromHtml } from '#board/clip-format.ts';
import { copied, duplicate, paste } from './clipboard.ts';
import { Desk } from './desk.svelte.ts';
import * as hands from './hands.ts';

const desks: Desk[] = [];
afterEach(() => desks.splice(0).forEach((desk) => desk.close()));

/** A board with an area and two cards in it, before somebody who may write there or not. */
function open(mayCards: boolean): Desk {
	const { docs, origin, random } = table(1);
	const anna = { docs, origin, random };
	add(anna, { id: 'area', type: 'area', text: 'Wege' });
	add(anna, { id: 'bus', text: 'Bus', parent: 'area' });
	add(anna, { id: 'rail', text: 'Bahn\nund Rad', parent: 'area' });
	const rights = { mayScaffold: false, mayCards, reason: mayCards ? null : ('step' as const) };
	const desk = new Desk(docs, new Awareness(docs.cards), 'p2', () => rights);
	desk.takeUp(hands);
	desks.push(desk);
	return desk;
}

test('an area is copied with all that lies in it, as words and as things', () => {
	const desk = open(true);
	const { plain, html } = copied(desk, ['area'])!;
	expect(plain).toBe('Wege\nBus\nBahn und Rad');
	expect(clipFromHtml(html)?.map(({ id, parent }) => [id, parent])).toEqual([
		['area', null],
		['bus', 'area'],
		['rail', 'area']
	]);
	expect(desk.announcer.word?.text).toMatch(/3/);
});

test('whoever may not write here pastes and duplicates nothing, and is told', () => {
	const desk = open(false);
	paste(desk, { plain: 'Bus', html: '' }, {});
	expect(desk.announcer.word).not.toBeNull();
	duplicate(desk, ['bus']);
	expect(desk.snapshot.elements).toHaveLength(3);
});

test('a clipboard without words is none for the board', () => {
	const desk = open(true);
	paste(desk, { plain: ' \n\t\n', html: '<p></p>' }, {});
	expect(desk.snapshot.elements).toHaveLength(3);
	expect(desk.announcer.word).not.toBeNull();
});
