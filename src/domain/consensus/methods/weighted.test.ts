import { describe, expect, test } from 'vitest';
import type { ScoreBallot } from './criteria.ts';
import { weighted } from './weighted.ts';

const criteria = [
	{ id: 'effect', label: 'Wirkung', weight: 1 },
	{ id: 'cost', label: 'Kosten', weight: 1 }
];
const params = { criteria, scaleMax: 10 };
const setting = { options: ['A', 'B'], passive: null, eligible: 9 };

describe('a scoring round', () => {
	test('says from which weight on another option would be first', () => {
		const tally = weighted.tally(params, setting, [{ A: { effect: 8, cost: 2 }, B: { effect: 4, cost: 5 } }]);
		expect(tally.rank).toEqual({ A: 1, B: 2 });
		// A leads by 4 in effect and trails by 3 in cost: level when effect counts 3/4, or cost 4/3.
		expect(tally.turningPoints).toEqual([
			{ criterion: 'effect', weight: 1, at: '0.75', option: 'B' },
			{ criterion: 'cost', weight: 1, at: '1.33', option: 'B' }
		]);
	});

	test('who is better in everything stays first whatever counts more', () => {
		const tally = weighted.tally(params, setting, [{ A: { effect: 8, cost: 6 }, B: { effect: 4, cost: 5 } }]);
		expect(tally.turningPoints).toEqual([]);
	});

	test('who cannot judge leaves it out; what nobody has judged comes last and has no utility', () => {
		const ballots: ScoreBallot[] = [{ A: { effect: 1, cost: 1 }, B: { effect: 9 } }, { A: { cost: 4 } }];
		const tally = weighted.tally(params, setting, ballots);
		expect(tally.utility).toEqual({ A: '1.750', B: null });
		expect(tally.rank).toEqual({ A: 1, B: 2 });
		expect(tally.mean.B).toEqual({ effect: '9.0', cost: null });
		expect(tally.spread.A).toEqual({ effect: [1, 1], cost: [1, 4] });
	});

	test('criteria need different names and weights, and scores stay on the scale', () => {
		const wrong = (other: object) => weighted.checkParams({ ...params, ...other }).ok;
		expect(wrong({ criteria: [] })).toBe(false);
		expect(wrong({ criteria: [criteria[0], criteria[0]] })).toBe(false);
		expect(wrong({ criteria: [{ ...criteria[0], weight: 0 }] })).toBe(false);
		expect(weighted.checkBallot(params, setting, { A: { effect: 11 } }).ok).toBe(false);
		expect(weighted.checkBallot(params, setting, { A: { luck: 1 } }).ok).toBe(false);
		expect(weighted.checkBallot(params, setting, { A: {} })).toEqual({ ok: true, value: {} });
	});
});
