import { ok, refuse } from '../../result.ts';
import { decimal, fraction, minus, times } from '../exact.ts';
import type { Method } from '../method.ts';
import { ranksBy } from '../ranks.ts';
import { byOption, isBetween, isRecord } from '../shapes.ts';

/** The scales in use: from none to as much resistance as can be. */
const scales: readonly unknown[] = [10, 5, 2];

/** The rules of a round by resistance. */
export interface ResistanceParams {
	/** What „völlig unannehmbar“ is: 10, 5 or 2. */
	readonly scaleMax: number;
}

/** One person's resistance against each option, the passive one included; an option without an answer makes the ballot incomplete. */
export type ResistanceBallot = Readonly<Record<string, number>>;

/** What a round by resistance gives. */
export interface ResistanceTally {
	readonly sum: Readonly<Record<string, number>>;
	/** How much of the resistance that would have been possible did not come, in percent with one decimal; null without ballots. */
	readonly acceptance: Readonly<Record<string, string | null>>;
	/** The strongest single resistance. */
	readonly max: Readonly<Record<string, number>>;
	/** How many people find it quite unacceptable. */
	readonly full: Readonly<Record<string, number>>;
	readonly rank: Readonly<Record<string, number>>;
	/** Whether there is less resistance against it than against leaving everything as it is. */
	readonly beatsPassive: Readonly<Record<string, boolean>>;
}

/**
 * Systemisches Konsensieren: the option with the least resistance carries the group. Leaving everything as it is always stands beside the
 * others, and only what meets less resistance is worth doing. Ties go by the lower peak, then by fewer full resistances, and then stay ties.
 */
export const resistance: Method<ResistanceParams, ResistanceBallot, ResistanceTally> = {
	key: 'resistance',
	version: 1,
	answers: 'ballots',
	options: { least: 1, most: 20 },
	passive: true,
	defaultParams: () => ({ scaleMax: 10 }),
	checkParams(params) {
		const { scaleMax } = isRecord(params) ? params : {};
		return scales.includes(scaleMax) ? ok({ scaleMax: scaleMax as number }) : refuse({ code: 'round.params-invalid' });
	},
	checkBallot({ scaleMax }, { options }, ballot) {
		if (!isRecord(ballot)) return refuse({ code: 'ballot.malformed' });
		if (Object.keys(ballot).some((option) => !options.includes(option)))
			return refuse({ code: 'ballot.option-unknown' });
		if (options.some((option) => !Object.hasOwn(ballot, option))) return refuse({ code: 'ballot.incomplete' });
		if (!Object.values(ballot).every((value) => isBetween(value, 0, scaleMax)))
			return refuse({ code: 'ballot.malformed' });
		return ok(byOption(options, (option) => ballot[option] as number));
	},
	tally({ scaleMax }, { options, passive }, ballots) {
		const against = (option: string) => ballots.map((ballot) => ballot[option] ?? 0);
		const sum = byOption(options, (option) => against(option).reduce((all, one) => all + one, 0));
		const max = byOption(options, (option) => Math.max(0, ...against(option)));
		const full = byOption(options, (option) => against(option).filter((one) => one === scaleMax).length);
		const possible = scaleMax * ballots.length;
		const share = (option: string) =>
			possible === 0 ? null : minus(fraction(100), times(fraction(100), fraction(sum[option]!, possible)));
		return {
			sum,
			acceptance: byOption(options, (option) => {
				const accepted = share(option);
				return accepted && decimal(accepted, 1);
			}),
			max,
			full,
			rank: ranksBy(options, (a, b) => (sum[a]! - sum[b]! || max[a]! - max[b]! || full[a]! - full[b]!) < 0),
			beatsPassive: byOption(
				options.filter((option) => option !== passive),
				(option) => passive !== null && sum[option]! < sum[passive]!
			)
		};
	},
	ranking: ({ rank }) => rank,
	outcome: () => null,
	position: ({ scaleMax }, ballot, option) => (Object.hasOwn(ballot, option) ? ballot[option]! / scaleMax : null),
	ruleNumbers: ({ scaleMax }) => ({ scaleMax }),
	sample: ({ scaleMax }, { options }, luck) => byOption(options, () => Math.floor(luck() * (scaleMax + 1)))
};
