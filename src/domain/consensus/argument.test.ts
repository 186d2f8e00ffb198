import { expect, test } from 'vitest';
import { argumentLimit, checkArgument, mostArguments } from './argument.ts';
import type { Round } from './round.ts';

const round: Round = {
	state: 'open',
	method: 'dots',
	params: { dots: 1, maxPerOption: 1 },
	voteClass: 'mood',
	secrecy: 'group',
	roundNo: 1,
	optionIds: ['bus'],
	passiveId: null,
	quorum: null,
	endsAt: null,
	electorate: [{ id: 'anna', recused: false }]
};
const argument = { optionId: 'bus', text: ' Spart Zeit.\n', count: 0, now: 0 };
const code = (other: Partial<Round>, more: Partial<typeof argument> = {}, who = 'anna') => {
	const checked = checkArgument({ ...round, ...other }, who, { ...argument, ...more });
	return checked.ok ? checked.value : checked.problem.code;
};

test('whoever may vote may say why, while the vote is open', () => {
	expect(code({})).toBe('Spart Zeit.');
	expect(code({ state: 'closed' })).toBe('round.not-open');
	expect(code({}, {}, 'somebody')).toBe('round.not-in-electorate');
	expect(code({}, { optionId: 'tram' })).toBe('ballot.option-unknown');
});

test('a secret vote has no arguments, because their moment would lead to their authors', () => {
	expect(code({ secrecy: 'secret' })).toBe('round.secret-without-arguments');
});

test('empty ones, endless ones and more than anybody reads are refused', () => {
	expect(code({}, { text: ' \n ' })).toBe('round.argument-empty');
	expect(code({}, { text: 'x'.repeat(argumentLimit + 1) })).toBe('ballot.reason-too-long');
	expect(code({}, { text: '👍'.repeat(argumentLimit) })).toHaveLength(2 * argumentLimit);
	expect(code({}, { count: mostArguments })).toBe('round.arguments-full');
});
