import { ok, refuse } from '../../result.ts';
import { decimal, fraction } from '../exact.ts';
import type { Method } from '../method.ts';
import { ranksBy } from '../ranks.ts';
import { byOption, isBetween, isRecord, ownValue } from '../shapes.ts';
import { noParams, type NoParams } from './recorded.ts';

/** Somebody's order: places from 1 on, each once; options without a place share what is left behind them. */
export type RankBallot = Readonly<Record<string, number>>;

/** What a common order gives. */
export interface RankTally {
	/** The mean place with one decimal; null without ballots. */
	readonly place: Readonly<Record<string, string | null>>;
	/** How many people put it first. */
	readonly firsts: Readonly<Record<string, number>>;
	readonly rank: Readonly<Record<string, number>>;
}

/** Rangfolge: everybody puts the options in an order; the best mean place comes first (Borda). */
export const ranking: Method<NoParams, RankBallot, RankTally> = {
	key: 'ranking',
	version: 1,
	answers: 'ballots',
	options: { least: 2, most: 20 },
	passive: false,
	defaultParams: () => ({}),
	checkParams: noParams,
	checkBallot(_, { options }, ballot) {
		if (!isRecord(ballot)) return refuse({ code: 'ballot.malformed' });
		if (Object.keys(ballot).some((option) => !options.includes(option)))
			return refuse({ code: 'ballot.option-unknown' });
		const places = Object.values(ballot);
		if (!places.every((place) => isBetween(place, 1, options.length))) return refuse({ code: 'ballot.malformed' });
		const inOrder = [...(places as number[])].sort((a, b) => a - b);
		if (inOrder.some((place, at) => place !== at + 1)) return refuse({ code: 'ballot.places-not-in-order' });
		return ok(ballot as RankBallot);
	},
	tally(_, { options }, ballots) {
		/** Places twice, because those who share what is left stand between two places. */
		const doubled = (ballot: RankBallot, option: string) => {
			const place = ownValue(ballot, option);
			return place === undefined ? Object.keys(ballot).length + 1 + options.length : 2 * place;
		};
		const sum = byOption(options, (option) => ballots.reduce((all, ballot) => all + doubled(ballot, option), 0));
		return {
			place: byOption(options, (option) =>
				ballots.length === 0 ? null : decimal(fraction(sum[option]!, 2 * ballots.length), 1)
			),
			firsts: byOption(options, (option) => ballots.filter((ballot) => ownValue(ballot, option) === 1).length),
			rank: ranksBy(options, (a, b) => sum[a]! < sum[b]!)
		};
	},
	ranking: ({ rank }) => rank,
	outcome: () => null,
	position: () => null,
	ruleNumbers: () => ({}),
	sample: (_, { options }, luck) => {
		const order = options
			.map((option) => ({ option, luck: luck() }))
			.sort((a, b) => a.luck - b.luck)
			.slice(0, 1 + Math.floor(luck() * options.length));
		return Object.fromEntries(order.map(({ option }, at) => [option, at + 1]));
	}
};
