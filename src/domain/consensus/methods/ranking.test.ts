import { expect, test } from 'vitest';
import { pairwise } from './pairwise.ts';
import { ranking } from './ranking.ts';

const setting = { options: ['A', 'B', 'C', 'D'], passive: null, eligible: 9 };

test('the best mean place is first; what somebody leaves out shares the places behind', () => {
	const tally = ranking.tally({}, setting, [{ A: 1, B: 2, C: 3, D: 4 }, { B: 1 }]);
	expect(tally.place).toEqual({ A: '2.0', B: '1.5', C: '3.0', D: '3.5' });
	expect(tally.rank).toEqual({ A: 2, B: 1, C: 3, D: 4 });
	expect(tally.firsts).toEqual({ A: 1, B: 1, C: 0, D: 0 });
});

test('each place is given once, without gaps', () => {
	const code = (ballot: unknown) => {
		const checked = ranking.checkBallot({}, setting, ballot);
		return checked.ok ? 'ok' : checked.problem.code;
	};
	expect(code({ A: 1, B: 1 })).toBe('ballot.places-not-in-order');
	expect(code({ A: 1, B: 3 })).toBe('ballot.places-not-in-order');
	expect(code({ A: 5 })).toBe('ballot.malformed');
	expect(code({ X: 1 })).toBe('ballot.option-unknown');
	expect(code({ C: 1, A: 2 })).toBe('ok');
	expect(code({})).toBe('ok');
});

test('pairs: a group whose wishes run in a circle is told so, one that merely cannot decide is not', () => {
	const circle = [{ 'A:B': 'A', 'B:C': 'B', 'A:C': 'C' }];
	expect(pairwise.tally({}, { ...setting, options: ['A', 'B', 'C'] }, circle)).toMatchObject({
		circle: true,
		winner: null
	});
	expect(pairwise.tally({}, setting, [{ 'A:B': '=' }])).toMatchObject({ circle: false, winner: null });
	// D wins against all, and the three behind it run in a circle.
	const behind = [{ ...circle[0], 'A:D': 'D', 'B:D': 'D', 'C:D': 'D' }];
	expect(pairwise.tally({}, setting, behind)).toMatchObject({ circle: true, winner: 'D' });
});
