import { ok, refuse, type Result } from '../../result.ts';
import type { Method } from '../method.ts';
import { competitionRanks } from '../ranks.ts';

/** The rules of a dot round. */
export interface DotParams {
	/** How many dots each person has. */
	readonly dots: number;
	/** How many of them one person may put on one option; 1 unless cumulation is on. */
	readonly maxPerOption: number;
}

/** One person's dots by option; options without a dot are left out. Dots may be kept back. */
export type DotBallot = Readonly<Record<string, number>>;

/** What a dot round gives. */
export interface DotTally {
	/** Dots per option. */
	readonly total: Readonly<Record<string, number>>;
	/** How many people gave the option at least one dot. */
	readonly voters: Readonly<Record<string, number>>;
	/** Competition ranks by dots: 1, 1, 3. */
	readonly rank: Readonly<Record<string, number>>;
	/** Dots that people who voted kept back. */
	readonly unused: number;
}

/**
 * Mehrpunktabfrage: everybody has a few dots and puts them on options. The default is half the options, rounded down,
 * plus one (common moderation practice: decide before you stick).
 */
export const dots: Method<DotParams, DotBallot, DotTally> = {
	key: 'dots',
	version: 1,
	takesBallots: true,
	defaultParams: (optionCount) => ({ dots: Math.floor(optionCount / 2) + 1, maxPerOption: 1 }),
	checkParams,
	checkBallot,
	tally,
	ranking: ({ rank }) => rank,
	ruleNumbers: ({ dots, maxPerOption }) => ({ dots, maxPerOption })
};

function checkParams(params: unknown): Result<DotParams> {
	const { dots, maxPerOption } = isRecord(params) ? params : {};
	if (!isCount(dots) || !isCount(maxPerOption) || dots < 1 || dots > 100 || maxPerOption < 1 || maxPerOption > dots)
		return refuse({ code: 'round.params-invalid' });
	return ok({ dots, maxPerOption });
}

function checkBallot(
	{ dots, maxPerOption }: DotParams,
	options: readonly string[],
	ballot: unknown
): Result<DotBallot> {
	if (!isRecord(ballot)) return refuse({ code: 'ballot.malformed' });
	const placed: [string, number][] = [];
	for (const [option, count] of Object.entries(ballot)) {
		if (!options.includes(option)) return refuse({ code: 'ballot.option-unknown' });
		if (!isCount(count)) return refuse({ code: 'ballot.malformed' });
		if (count > maxPerOption) return refuse({ code: 'ballot.too-many-on-one', limit: maxPerOption });
		if (count > 0) placed.push([option, count]);
	}
	const used = placed.reduce((sum, [, count]) => sum + count, 0);
	return used > dots ? refuse({ code: 'ballot.too-many-dots', dots }) : ok(Object.fromEntries(placed));
}

function tally({ dots }: DotParams, options: readonly string[], ballots: readonly DotBallot[]): DotTally {
	const given = (ballot: DotBallot, option: string) => (Object.hasOwn(ballot, option) ? (ballot[option] ?? 0) : 0);
	const total = new Map(
		options.map((option) => [option, ballots.reduce((sum, ballot) => sum + given(ballot, option), 0)])
	);
	const voters = options.map((option) => [option, ballots.filter((ballot) => given(ballot, option) > 0).length]);
	const used = [...total.values()].reduce((sum, count) => sum + count, 0);
	return {
		total: Object.fromEntries(total),
		voters: Object.fromEntries(voters),
		rank: competitionRanks(total),
		unused: dots * ballots.length - used
	};
}

const isCount = (value: unknown): value is number =>
	typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
