import { expect, test } from 'vitest';
import type { RoundView } from '#protocol/session-state.ts';
import { earlierRounds } from './earlier-rounds.ts';

const round = (id: string, previousRoundId: string | null) => ({ id, previousRoundId }) as RoundView;
const ids = (rounds: RoundView[]) => rounds.map(({ id }) => id);

test('a run-off shows the rounds that led to it, the last one first', () => {
	const rounds = [round('one', null), round('other', null), round('two', 'one'), round('three', 'two')];
	expect(ids(earlierRounds(rounds[3]!, rounds))).toEqual(['two', 'one']);
	expect(earlierRounds(rounds[0]!, rounds)).toEqual([]);
});

test('rounds that follow each other in a circle do not keep anybody waiting', () => {
	const rounds = [round('one', 'two'), round('two', 'one')];
	expect(ids(earlierRounds(rounds[0]!, rounds))).toEqual(['two', 'one']);
});
