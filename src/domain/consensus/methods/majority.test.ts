import { describe, expect, test } from 'vitest';
import { hand } from './hand.ts';
import { majority, type MajorityParams } from './majority.ts';

const simple: MajorityParams = { base: 'cast', num: 1, den: 2, strict: true, members: 0 };
const setting = { options: ['A'], passive: null, eligible: 20 };

describe('a vote by majority', () => {
	test('more than half of those present: who abstains stands on the side of no', () => {
		const ballots = [...Array<'yes'>(10).fill('yes'), ...Array<'abstain'>(6).fill('abstain')].map((vote) => ({ vote }));
		expect(majority.tally(simple, setting, ballots).passed).toBe(true);
		expect(majority.tally({ ...simple, base: 'present' }, setting, ballots)).toMatchObject({ base: 20, passed: false });
	});

	test('all say yes: it is carried, whatever majority was asked for', () => {
		const all = Array.from({ length: 20 }, () => ({ vote: 'yes' as const }));
		for (const base of ['cast', 'present'] as const)
			for (const share of [
				{ num: 1, den: 2, strict: true },
				{ num: 2, den: 3, strict: false }
			])
				expect(majority.tally({ ...simple, ...share, base }, setting, all).passed).toBe(true);
	});

	test('a share that is no majority, or none that anybody can reach, is refused', () => {
		const ok = (params: object) => majority.checkParams({ ...simple, ...params }).ok;
		expect(ok({ num: 1, den: 3 })).toBe(false);
		expect(ok({ num: 1, den: 1 })).toBe(false);
		expect(ok({ num: 1, den: 2, strict: false })).toBe(false);
		expect(ok({ base: 'members', members: 0 })).toBe(false);
		expect(ok({ base: 'members', members: 42 })).toBe(true);
		expect(ok({ num: 3, den: 4, strict: false })).toBe(true);
	});
});

test('the chair cannot count more hands than there are people who may vote', () => {
	const counted = (yes: number) => hand.checkBallot(simple, setting, { yes, no: 9, abstain: 1 });
	expect(counted(10)).toEqual({ ok: true, value: { yes: 10, no: 9, abstain: 1 } });
	expect(counted(11)).toEqual({ ok: false, problem: { code: 'ballot.more-hands-than-people', people: 20 } });
});
