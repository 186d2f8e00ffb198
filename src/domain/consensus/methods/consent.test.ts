import { expect, test } from 'vitest';
import { consent } from './consent.ts';

const setting = { options: ['A'], passive: null, eligible: 5 };
const yes = { stance: 'consent', reason: '' } as const;
const worry = { stance: 'concern', reason: 'Wer zahlt das?' } as const;
const no = { stance: 'objection', reason: 'Die Frist ist zu kurz.' } as const;
const outcome = (...ballots: Parameters<typeof consent.tally>[2]) => consent.tally({}, setting, ballots);

test('four consent and one worries: passed, and the worry is kept', () => {
	expect(outcome(yes, yes, yes, yes, worry)).toMatchObject({
		outcome: 'passed',
		concerns: ['Wer zahlt das?'],
		missing: 0
	});
});

test('one objection stops it, with its reason; a new wording is a new round', () => {
	expect(outcome(yes, yes, yes, yes, no)).toMatchObject({
		outcome: 'rejected',
		objections: ['Die Frist ist zu kurz.']
	});
	expect(outcome(yes, yes, yes, yes, yes)).toMatchObject({ outcome: 'passed' });
});

test('as long as somebody has not answered it is not passed', () => {
	expect(outcome(yes, yes, yes, yes)).toMatchObject({ outcome: 'open', missing: 1 });
});

test('an objection without a reason is refused, because nobody could build it in', () => {
	const code = (ballot: unknown) => {
		const checked = consent.checkBallot({}, setting, ballot);
		return checked.ok ? checked.value : checked.problem.code;
	};
	expect(code({ stance: 'objection', reason: '  ' })).toBe('ballot.objection-without-reason');
	expect(code({ stance: 'objection', reason: 'x'.repeat(1001) })).toBe('ballot.reason-too-long');
	expect(code({ stance: 'consent', reason: 'egal' })).toEqual({ stance: 'consent', reason: '' });
	expect(code({ stance: 'veto', reason: 'nein' })).toBe('ballot.malformed');
});
