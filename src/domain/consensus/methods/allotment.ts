import { ok, refuse, type Result } from '../../result.ts';
import type { Setting } from '../method.ts';
import { competitionRanks } from '../ranks.ts';
import { byOption, isCount, isRecord, ownValue } from '../shapes.ts';

/** How much everybody has to give, and how much of it to one option. */
export interface Allowance {
	readonly each: number;
	readonly maxPerOption: number;
}

/** What one person gave, by option; options that got nothing are left out, and something may be kept back. */
export type Allotment = Readonly<Record<string, number>>;

/** What came together. */
export interface AllotmentTally {
	/** How much each option was given. */
	readonly total: Readonly<Record<string, number>>;
	/** How many people gave the option anything. */
	readonly voters: Readonly<Record<string, number>>;
	/** Competition ranks: 1, 1, 3. */
	readonly rank: Readonly<Record<string, number>>;
	/** What people who voted kept back. */
	readonly unused: number;
}

/** Params with these two numbers, or `round.params-invalid`; nobody has more than `most`. */
export function checkAllowance(each: unknown, maxPerOption: unknown, most: number): Result<Allowance> {
	if (!isCount(each) || !isCount(maxPerOption) || each < 1 || each > most || maxPerOption < 1 || maxPerOption > each)
		return refuse({ code: 'round.params-invalid' });
	return ok({ each, maxPerOption });
}

/** What somebody gives, within her allowance. */
export function checkAllotment(
	{ each, maxPerOption }: Allowance,
	{ options }: Setting,
	ballot: unknown
): Result<Allotment> {
	if (!isRecord(ballot)) return refuse({ code: 'ballot.malformed' });
	const placed: [string, number][] = [];
	for (const [option, count] of Object.entries(ballot)) {
		if (!options.includes(option)) return refuse({ code: 'ballot.option-unknown' });
		if (!isCount(count)) return refuse({ code: 'ballot.malformed' });
		if (count > maxPerOption) return refuse({ code: 'ballot.too-many-on-one', limit: maxPerOption });
		if (count > 0) placed.push([option, count]);
	}
	const used = placed.reduce((sum, [, count]) => sum + count, 0);
	return used > each ? refuse({ code: 'ballot.too-many-dots', dots: each }) : ok(Object.fromEntries(placed));
}

/** What somebody might give: much to what many like, which stands first, and rarely something to the last. */
export function sampleAllotment(
	{ each, maxPerOption }: Allowance,
	{ options }: Setting,
	luck: () => number
): Allotment {
	const given: Record<string, number> = {};
	let left = each;
	while (left > 0) {
		const open = options.filter((option) => (given[option] ?? 0) < maxPerOption);
		const option = open[Math.floor(luck() ** 2 * open.length)];
		if (option === undefined) break;
		const some = Math.min(left, maxPerOption - (given[option] ?? 0), 1 + Math.floor((luck() * each) / 4));
		given[option] = (given[option] ?? 0) + some;
		left -= some;
	}
	return given;
}

/** Adds up what was given. */
export function tallyAllotments(each: number, { options }: Setting, ballots: readonly Allotment[]): AllotmentTally {
	const given = (ballot: Allotment, option: string) => ownValue(ballot, option) ?? 0;
	const total = byOption(options, (option) => ballots.reduce((sum, ballot) => sum + given(ballot, option), 0));
	const used = Object.values(total).reduce((sum, count) => sum + count, 0);
	return {
		total,
		voters: byOption(options, (option) => ballots.filter((ballot) => given(ballot, option) > 0).length),
		rank: competitionRanks(new Map(Object.entries(total))),
		unused: each * ballots.length - used
	};
}
