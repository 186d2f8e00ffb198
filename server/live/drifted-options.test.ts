import { expect, test } from 'vitest';
import type { BoardSnapshot } from '#board/board-element.ts';
import type { OptionView, RoundView } from '#protocol/session-state.ts';
import { driftedOptions } from './drifted-options.ts';

const board = (elements: Record<string, { text: string; deleted?: boolean }>) =>
	({ byId: new Map(Object.entries(elements)) }) as unknown as BoardSnapshot;
const round = (options: Partial<OptionView>[], result: unknown = {}) => ({ id: 'r', options, result }) as RoundView;
const option = { id: 'o', elementId: 'card', measureId: null, label: 'Mehr Radwege' };

test('what people voted on and what the board says now is compared by its words, not by its blanks', () => {
	expect(driftedOptions(board({ card: { text: ' Mehr  Radwege\n' } }), [round([option])])).toEqual([]);
	expect(driftedOptions(board({ card: { text: 'Weniger Radwege' } }), [round([option])])).toEqual([
		{ roundId: 'r', optionId: 'o', text: 'Weniger Radwege' }
	]);
});

test('a card that was thrown away or never lay there again is said to be gone', () => {
	const gone = [{ roundId: 'r', optionId: 'o', text: null }];
	expect(driftedOptions(board({ card: { text: 'Mehr Radwege', deleted: true } }), [round([option])])).toEqual(gone);
	expect(driftedOptions(board({}), [round([option])])).toEqual(gone);
});

test('typed proposals lie on no board, and an open round says nothing yet', () => {
	expect(driftedOptions(board({}), [round([{ ...option, elementId: null }])])).toEqual([]);
	expect(driftedOptions(board({}), [round([option], null)])).toEqual([]);
});

test('a measure that costs something else by now has moved on; without its budget at hand nothing is said', () => {
	const measure = { ...option, elementId: null, measureId: 'm', label: 'Radweg (95.000 €)' };
	const dearer = new Map([['m', 'Radweg (120.000 €)']]);
	expect(driftedOptions(board({}), [round([measure])], dearer)).toMatchObject([{ text: 'Radweg (120.000 €)' }]);
	expect(driftedOptions(board({}), [round([measure])], new Map([['m', measure.label]]))).toEqual([]);
	expect(driftedOptions(board({}), [round([measure])], new Map())).toMatchObject([{ text: null }]);
	expect(driftedOptions(board({}), [round([measure])])).toEqual([]);
});
