import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import type { Axes } from '#board/elements/area.ts';
import { addElements, type NewElement } from '#board/operations/add-elements.ts';
import { Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { BoardActions } from './actions.ts';
import { below, beside } from './arrange.ts';
import { boardSvg } from './picture/board-svg.ts';
import { boardLines } from './picture/text-list.ts';
import { nameOf } from './words.ts';

const axes: Axes = [
	['Aufwand', 'wenig', 'viel'],
	['Wirkung', 'wenig', 'viel']
];
const matrix = { id: 'm', type: 'area' as const, text: 'Einordnen', w: 1_560, h: 1_216 };

function open(...things: (Partial<NewElement> & { id: string })[]) {
	const docs = new BoardDocs(new Y.Doc(), new Y.Doc());
	const whole = things.map((thing) => ({ type: 'note' as const, by: 'x', ...thing }));
	addElements(docs, whole, new Origin('server'), Math.random);
	return { actions: new BoardActions(docs, 'me', () => 1), of: (id: string) => readBoard(docs).byId.get(id)!, docs };
}

describe('a matrix on the board', () => {
	test('takes cards into a quarter by menu, in one step that can be taken back', () => {
		const { actions, of, docs } = open(
			{ ...matrix, own: { layout: 'matrix', axes } },
			{ id: 'a', text: 'Radweg', x: 2_000 },
			{ id: 'b', text: 'Brücke', x: 2_300 }
		);
		expect(actions.putIntoQuarter(['a', 'b'], of('m'), 'upper-left').ok).toBe(true);
		const board = readBoard(docs);
		expect(nameOf(of('a'), board)).toBe('Karte: Radweg, in Einordnen, oben links: viel Wirkung, wenig Aufwand');
		expect(nameOf(of('m'), board)).toBe(
			'Bereich: Einordnen, 2 Einträge. Waagerecht: Aufwand von wenig bis viel. Senkrecht: Wirkung von wenig bis viel.'
		);
		expect(boardLines(board)).toEqual([
			'Einordnen (Waagerecht: Aufwand von wenig bis viel. Senkrecht: Wirkung von wenig bis viel.)',
			'  - Radweg (oben links: viel Wirkung, wenig Aufwand)',
			'  - Brücke (oben links: viel Wirkung, wenig Aufwand)'
		]);
		expect(of('a').x).not.toBe(of('b').x);
		actions.undo();
		expect(of('a')).toMatchObject({ parent: null, x: 2_000 });
	});

	test('shows its cross and the words of its axes in the picture, and none where nobody wrote any', () => {
		const { docs } = open({ ...matrix, own: { layout: 'matrix', axes } });
		for (const word of ['Aufwand →', 'Wirkung →', 'wenig', 'viel'])
			expect(boardSvg(readBoard(docs), '')).toContain(word);
		const bare = open({ ...matrix, own: { layout: 'matrix' } });
		expect(boardSvg(readBoard(bare.docs), '').match(/<line/g)).toHaveLength(2);
	});

	test('becomes a free area and a matrix again without losing its words', () => {
		const { actions, of } = open({ ...matrix, own: { layout: 'matrix', axes } });
		actions.saySelf('m', { layout: undefined });
		expect(of('m')).not.toHaveProperty('layout');
		actions.saySelf('m', { layout: 'matrix' });
		expect(of('m')).toMatchObject({ layout: 'matrix', axes });
	});
});

test('a lane lays its cards side by side, except for those that one may not change', () => {
	const { actions, of } = open(
		{ id: 'lane', type: 'area', w: 1_000, h: 420, own: { layout: 'rows' } },
		{ id: 'a', parent: 'lane', x: 500, y: 300 },
		{ id: 'b', parent: 'lane', x: 50, y: 200 },
		{ id: 'locked', parent: 'lane', layer: 'scaffold', x: 700, y: 390 }
	);
	actions.tidy(of('lane'), ({ layer }) => layer === 'cards');
	expect([of('b'), of('a'), of('locked')].map(({ x, y }) => [x, y])).toEqual([
		[24, 160],
		[248, 160],
		[700, 390]
	]);
});

test('something large that is inserted covers nothing', () => {
	const { docs } = open({ ...matrix, x: 300, y: 160 }, { id: 'n', x: 0, y: 0 });
	expect(beside(readBoard(docs), [200, 100])).toEqual({ at: { x: 1_860 + 64 + 100, y: 160 + 50 } });
	expect(below(readBoard(docs), [200, 100])).toEqual({ at: { x: 100, y: 1_376 + 64 + 50 } });
});
