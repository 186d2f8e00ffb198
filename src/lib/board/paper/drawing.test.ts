import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import { addElements } from '#board/operations/add-elements.ts';
import { Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { arrowDrawing, cardDrawing, changedBoxes, touch, type Drawing } from './drawing.ts';

const docs = new BoardDocs(new Y.Doc(), new Y.Doc());
const laid = ['a', 'b'].map((id, at) => ({ id, type: 'note' as const, by: 'me', x: at * 300, y: 0 }));
addElements(docs, laid, new Origin('user'), Math.random);
const [a, b] = readBoard(docs).elements as [never, never];

const map = (...drawings: Drawing[]) => new Map(drawings.map((drawing) => [drawing.id, drawing]));
const at = (x: number) => ({ x, y: 0, w: 200, h: 200 });

describe('what has to be painted anew', () => {
	test('is nothing while everything lies where it lay', () => {
		expect(changedBoxes(map(cardDrawing(a, at(0))), map(cardDrawing(a, at(0))))).toEqual([]);
	});

	test('is where a card was and where it is, also when it came or went', () => {
		const [before, after] = [cardDrawing(a, at(0)), cardDrawing(a, at(50))];
		expect(changedBoxes(map(before), map(after))).toEqual([before.box, after.box]);
		expect(changedBoxes(map(before), map())).toEqual([before.box]);
		expect(changedBoxes(map(before), map(before, cardDrawing(b, at(300))))).toEqual([cardDrawing(b, at(300)).box]);
	});

	test('is an arrow that was chosen or whose end has moved, with its head', () => {
		const line = { from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, middle: { x: 50, y: 0 } };
		const arrow = arrowDrawing(a, line, 1, {});
		expect(touch(arrow.box, { x: 90, y: 8, w: 1, h: 1 })).toBe(true);
		expect(changedBoxes(map(arrow), map(arrowDrawing(a, { ...line }, 1, {})))).toEqual([]);
		expect(changedBoxes(map(arrow), map(arrowDrawing(a, line, 1, { chosen: true })))).not.toEqual([]);
		expect(changedBoxes(map(arrow), map(arrowDrawing(a, { ...line, to: { x: 90, y: 0 } }, 1, {})))).not.toEqual([]);
	});
});
