import { expect, test } from 'vitest';
import { blackened } from '#domain/sessions/blackened.ts';
import type { VotedView } from '#protocol/board-votes.ts';
import { BoardVotes, markWord, markWords } from './board-votes.svelte.ts';

const vote = (more: Partial<VotedView> = {}): VotedView => ({
	elementId: 'card',
	words: 'Mehr Radwege',
	question: 'Was hilft?',
	agreed: false,
	place: null,
	sessionId: 's',
	sessionTitle: 'Probe',
	closedAt: 0,
	leads: false,
	...more
});
const card = (text: string, id = 'card') => ({ id, text });

test('a card that says what was voted on is marked quietly, with other words it differs', () => {
	const votes = new BoardVotes([vote()]);
	expect(markWord(votes.of(card(' Mehr  Radwege\n'))!)).toBe('abgestimmt');
	expect(markWord(votes.of(card('Weniger Radwege'))!)).toBe('weicht ab');
	expect(markWords(votes.of(card('Weniger Radwege'))!)).toEqual(['abgestimmt', 'weicht ab']);
	expect(votes.of(card('Mehr Radwege', 'another'))).toBeNull();
});

test('where a card came in the vote is said, unless it says something else by now', () => {
	const place = { rank: 2, of: 5, shared: false };
	const votes = new BoardVotes([vote({ place }), vote({ elementId: 'b', place: { ...place, shared: true } })]);
	const [alone, shared] = [votes.of(card('Mehr Radwege'))!, votes.of(card('Mehr Radwege', 'b'))!];
	expect(markWord(alone)).toBe('abgestimmt: Platz 2 von 5');
	expect(markWord(shared)).toBe('abgestimmt: geteilter Platz 2 von 5');
	expect(markWords(alone)).toEqual(['abgestimmt: Platz 2 von 5']);
	const other = votes.of(card('Weniger Radwege'))!;
	expect(markWord(other)).toBe('weicht ab');
	expect(markWords(other)).toEqual(['abgestimmt', 'weicht ab']);
});

test('what is agreed is said to be agreed', () => {
	const votes = new BoardVotes([vote({ agreed: true })]);
	expect(markWords(votes.of(card('Mehr Radwege'))!)).toEqual(['vereinbart']);
	expect(markWords(votes.of(card('Weniger Radwege'))!)).toEqual(['vereinbart', 'weicht ab']);
});

test('after a new round the card agrees with it again', () => {
	const votes = new BoardVotes([vote()]);
	votes.take([vote({ words: 'Weniger Radwege' })]);
	expect(votes.of(card('Weniger Radwege'))).toMatchObject({ differs: false });
});

test('blackened words are shown to nobody once more', () => {
	expect(new BoardVotes([vote()]).of(card(blackened))).toBeNull();
});
