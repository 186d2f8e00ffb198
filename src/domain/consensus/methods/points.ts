import { ok } from '../../result.ts';
import type { Method } from '../method.ts';
import { isRecord } from '../shapes.ts';
import {
	checkAllotment,
	checkAllowance,
	sampleAllotment,
	tallyAllotments,
	type Allotment,
	type Allowance,
	type AllotmentTally
} from './allotment.ts';

/** The rules of a points budget. */
export interface PointsParams {
	/** How many points each person has. */
	readonly points: number;
	/** How many of them one option takes: a limit keeps few people from carrying one option alone. */
	readonly maxPerOption: number;
}

/** Punktebudget: everybody shares out a hundred points, so that it shows how much more one option matters than another. */
export const points: Method<PointsParams, Allotment, AllotmentTally> = {
	key: 'points',
	version: 1,
	answers: 'ballots',
	options: { least: 2, most: 30 },
	passive: false,
	defaultParams: () => ({ points: 100, maxPerOption: 50 }),
	checkParams(params) {
		const { points, maxPerOption } = isRecord(params) ? params : {};
		const allowed = checkAllowance(points, maxPerOption, 1000);
		return allowed.ok ? ok({ points: allowed.value.each, maxPerOption: allowed.value.maxPerOption }) : allowed;
	},
	checkBallot: (params, setting, ballot) => checkAllotment(allowance(params), setting, ballot),
	tally: ({ points }, setting, ballots) => tallyAllotments(points, setting, ballots),
	ranking: ({ rank }) => rank,
	outcome: () => null,
	position: () => null,
	ruleNumbers: ({ points, maxPerOption }) => ({ points, maxPerOption }),
	sample: (params, setting, luck) => sampleAllotment(allowance(params), setting, luck)
};

const allowance = ({ points, maxPerOption }: PointsParams): Allowance => ({ each: points, maxPerOption });
