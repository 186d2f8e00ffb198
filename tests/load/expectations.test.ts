import { describe, expect, test } from 'vitest';
import type { CardView, RoundView, SessionState } from '#protocol/session-state.ts';
import { expectCards, expectVotes } from './expectations.ts';
import { Wall } from './wall.ts';

const card = (elementId: string, text: string): CardView => ({ elementId, text, clusterId: null, late: false });

function wallWith(...cards: CardView[]): Wall {
	const wall = new Wall();
	wall.see({ cards, cardCount: cards.length, rounds: [] as RoundView[] } as SessionState, 1);
	return wall;
}

describe('an evening with many phones finds fault', () => {
	const sent = new Map([['a', 'Mehr Busse']]);
	const board = [{ id: 'a', text: 'Mehr Busse' }];

	test('with a card that is lost, changed, lies there twice or is nobody’s, and with nothing else', () => {
		const faults = (wall: Wall, on = board) => expectCards(sent, { wall, board: on }).length;
		expect(faults(wallWith(card('a', 'Mehr Busse')))).toBe(0);
		expect(faults(wallWith())).toBe(1);
		expect(faults(wallWith(card('a', 'Mehr Bus')))).toBe(1);
		expect(faults(wallWith(card('a', 'Mehr Busse'), card('a', 'Mehr Busse')))).toBe(1);
		expect(faults(wallWith(card('a', 'Mehr Busse'), card('b', 'Mehr Busse')))).toBe(1);
		expect(faults(wallWith(card('a', 'Mehr Busse')), [])).toBe(1);
		expect(faults(wallWith(card('a', 'Mehr Busse')), [...board, ...board])).toBe(1);
	});

	test('with a result that is not the sum of the votes', () => {
		const options = [{ id: 'x', label: 'Wege', textVersionId: 't' }];
		const round = (cast: number, dots: number) => {
			const result = { tally: { total: { x: dots } } } as unknown as RoundView['result'];
			return { id: 'r', eligible: 0, cast, options, result } as RoundView;
		};
		const votes: { ballot: Record<string, number> }[] = [{ ballot: { x: 1 } }, { ballot: {} }];
		expect(expectVotes(votes, round(2, 1), [])).toEqual([]);
		expect(expectVotes(votes, round(2, 2), [])).toHaveLength(1);
		expect(expectVotes(votes, round(1, 1), [])).toHaveLength(1);
	});
});
