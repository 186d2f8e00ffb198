import { ok, refuse, type Result } from '../../result.ts';
import type { Method, Outcome, Setting } from '../method.ts';
import { isBetween, isRecord } from '../shapes.ts';

/** Of whom a share must say yes: of those who said yes or no, of all who may vote, or of all members of the body. */
export const bases = ['cast', 'present', 'members'] as const;
export type Base = (typeof bases)[number];

/** What a majority is. */
export interface MajorityParams {
	readonly base: Base;
	/** The share that must say yes, as a fraction: 1/2, 2/3. */
	readonly num: number;
	readonly den: number;
	/** Whether it takes more than this share; otherwise the share itself is enough. */
	readonly strict: boolean;
	/** How many members the body has; counts only where the base is `members`. */
	readonly members: number;
}

/** What somebody can say to a proposal. */
export const votes = ['yes', 'no', 'abstain'] as const;
export type Vote = (typeof votes)[number];

export interface MajorityBallot {
	readonly vote: Vote;
}

/** How many said what. */
export type VoteCounts = Readonly<Record<Vote, number>>;

/** What a vote by majority gives. */
export interface MajorityTally extends VoteCounts {
	/** Of how many the share had to say yes. */
	readonly base: number;
	readonly passed: boolean;
	readonly outcome: Outcome;
}

/**
 * Mehrheit: abstentions count for nothing, and a tie is a rejection (§ 66 NKomVG). Variants ask for two thirds of the votes, for more than
 * half of those present or of all members.
 */
export const majority: Method<MajorityParams, MajorityBallot, MajorityTally> = {
	key: 'majority',
	version: 1,
	answers: 'ballots',
	options: { least: 1, most: 1 },
	passive: false,
	defaultParams: () => simpleMajority,
	checkParams: checkMajority,
	checkBallot(_, __, ballot) {
		const { vote } = isRecord(ballot) ? ballot : {};
		const known = votes.find((one) => one === vote);
		return known ? ok({ vote: known }) : refuse({ code: 'ballot.malformed' });
	},
	tally(params, setting, ballots) {
		const of = (wanted: Vote) => ballots.filter(({ vote }) => vote === wanted).length;
		return decide(params, setting, { yes: of('yes'), no: of('no'), abstain: of('abstain') });
	},
	ranking: () => null,
	outcome: ({ outcome }) => outcome,
	position: () => null,
	ruleNumbers: ({ num, den, members, base }) => ({ num, den, ...(base === 'members' ? { members } : {}) }),
	sample: (_, __, luck) => ({ vote: votes[Math.floor(luck() * votes.length)] ?? 'abstain' })
};

/** More yes than no. */
const simpleMajority: MajorityParams = { base: 'cast', num: 1, den: 2, strict: true, members: 0 };

/** A share of which at least half is asked for, or `round.params-invalid`. */
export function checkMajority(params: unknown): Result<MajorityParams> {
	const { base, num, den, strict, members } = isRecord(params) ? params : {};
	const known = bases.find((one) => one === base);
	const share = isBetween(den, 1, 100) && isBetween(num, 1, den) && 2 * num >= den;
	if (!known || !share || typeof strict !== 'boolean' || !isBetween(members, known === 'members' ? 1 : 0, 100_000))
		return refuse({ code: 'round.params-invalid' });
	// Half is a majority only when it is passed, and nobody can pass the whole.
	if (strict ? num === den : 2 * num === den) return refuse({ code: 'round.params-invalid' });
	return ok({ base: known, num, den, strict, members });
}

/** What the votes mean; with nobody who says yes nothing is accepted. */
export function decide(params: MajorityParams, { eligible }: Setting, counts: VoteCounts): MajorityTally {
	const { yes, no, abstain } = counts;
	const base = { cast: yes + no, present: eligible, members: params.members }[params.base];
	const [has, needs] = [yes * params.den, base * params.num];
	const passed = yes > 0 && (params.strict ? has > needs : has >= needs);
	return { yes, no, abstain, base, passed, outcome: passed ? 'passed' : 'rejected' };
}
