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

/** The rules of a dot round. */
export interface DotParams {
	/** How many dots each person has. */
	readonly dots: number;
	/** How many of them one person may put on one option; 1 unless cumulation is on. */
	readonly maxPerOption: number;
}

/**
 * Mehrpunktabfrage: everybody has a few dots and puts them on options. The default is half the options, rounded down,
 * plus one (common moderation practice: decide before you stick).
 */
export const dots: Method<DotParams, Allotment, AllotmentTally> = {
	key: 'dots',
	version: 1,
	answers: 'ballots',
	options: { least: 1, most: 100 },
	passive: false,
	defaultParams: (optionCount) => ({ dots: Math.floor(optionCount / 2) + 1, maxPerOption: 1 }),
	checkParams(params) {
		const { dots, maxPerOption } = isRecord(params) ? params : {};
		const allowed = checkAllowance(dots, maxPerOption, 100);
		return allowed.ok ? ok({ dots: allowed.value.each, maxPerOption: allowed.value.maxPerOption }) : allowed;
	},
	checkBallot: (params, setting, ballot) => checkAllotment(allowance(params), setting, ballot),
	tally: ({ dots }, setting, ballots) => tallyAllotments(dots, setting, ballots),
	ranking: ({ rank }) => rank,
	outcome: () => null,
	position: () => null,
	ruleNumbers: ({ dots, maxPerOption }) => ({ dots, maxPerOption }),
	sample: (params, setting, luck) => sampleAllotment(allowance(params), setting, luck)
};

const allowance = ({ dots, maxPerOption }: DotParams): Allowance => ({ each: dots, maxPerOption });
