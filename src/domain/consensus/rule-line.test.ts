import { expect, test } from 'vitest';
import { competitionRanks, leaders } from './ranks.ts';
import { ruleLine } from './rule-line.ts';
import { shieldSmallGroups, showableGroups } from './small-groups.ts';

test('people read before they vote what kind of vote it is, how many dots they have and when the result comes', () => {
	const line = ruleLine({
		state: 'open',
		method: 'dots',
		params: { dots: 5, maxPerOption: 2 },
		voteClass: 'mood',
		secrecy: 'secret',
		roundNo: 2,
		optionIds: ['a'],
		passiveId: null,
		quorum: 1,
		endsAt: null,
		electorate: [
			{ id: 'anna', recused: false },
			{ id: 'ben', recused: true }
		]
	});
	expect(line).toEqual({
		ok: true,
		value: {
			voteClass: 'mood',
			method: 'dots',
			numbers: { dots: 5, maxPerOption: 2 },
			secrecy: 'secret',
			resultVisible: 'after-close',
			changeable: 'until-close',
			ties: 'shown',
			voters: 1,
			recused: 1,
			roundNo: 2,
			quorum: 1,
			endsAt: null
		}
	});
});

test('ties stay ties: two first ranks, then the third', () => {
	const ranking = competitionRanks(
		new Map([
			['a', 4],
			['b', 4],
			['c', 1],
			['d', 0]
		])
	);
	expect(ranking).toEqual({ a: 1, b: 1, c: 3, d: 4 });
	expect(leaders(ranking)).toEqual(['a', 'b']);
});

test('a group of fewer than five is not shown', () => {
	expect(shieldSmallGroups({ politics: 6, administration: 5, 'civil-society': 4 })).toEqual({
		politics: 6,
		administration: 5,
		'civil-society': null
	});
});

test('a group is shown only if what it leaves of the whole tells nothing of fewer than five people either', () => {
	expect(showableGroups({ politics: 6, administration: 5 }, 11)).toEqual(['administration', 'politics']);
	// Three people would be the whole without the two large groups, so the smaller of these is not shown.
	expect(showableGroups({ politics: 6, administration: 5, business: 3 }, 14)).toEqual(['politics']);
	expect(showableGroups({ politics: 6 }, 8)).toEqual([]);
	expect(showableGroups({ politics: 6, expert: 2, business: 3 }, 11)).toEqual(['politics']);
	// Those without a group count with the rest.
	expect(showableGroups({ politics: 6 }, 11)).toEqual(['politics']);
});
