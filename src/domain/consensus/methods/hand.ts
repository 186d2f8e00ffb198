import { ok, refuse } from '../../result.ts';
import type { Method } from '../method.ts';
import { isCount, isRecord } from '../shapes.ts';
import {
	checkMajority,
	decide,
	majority,
	type MajorityParams,
	type MajorityTally,
	type VoteCounts
} from './majority.ts';

/** Handzeichen: the chair counts hands and enters the numbers. What is counted so is marked as counted in the room. */
export const hand: Method<MajorityParams, VoteCounts, MajorityTally> = {
	key: 'hand',
	version: 1,
	answers: 'count',
	options: { least: 1, most: 1 },
	passive: false,
	defaultParams: majority.defaultParams,
	checkParams: checkMajority,
	checkBallot(_, { eligible }, ballot) {
		const { yes, no, abstain } = isRecord(ballot) ? ballot : {};
		if (!isCount(yes) || !isCount(no) || !isCount(abstain)) return refuse({ code: 'ballot.malformed' });
		return yes + no + abstain > eligible
			? refuse({ code: 'ballot.more-hands-than-people', people: eligible })
			: ok({ yes, no, abstain });
	},
	tally(params, setting, counts) {
		const of = (vote: keyof VoteCounts) => counts.reduce((sum, one) => sum + one[vote], 0);
		return decide(params, setting, { yes: of('yes'), no: of('no'), abstain: of('abstain') });
	},
	ranking: () => null,
	outcome: ({ outcome }) => outcome,
	position: () => null,
	ruleNumbers: majority.ruleNumbers,
	sample: (_, { eligible }, luck) => {
		const yes = Math.floor(luck() * (eligible + 1));
		return { yes, no: eligible - yes, abstain: 0 };
	}
};
