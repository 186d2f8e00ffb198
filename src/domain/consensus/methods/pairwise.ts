import { ok, refuse } from '../../result.ts';
import { decimal, fraction } from '../exact.ts';
import type { Method } from '../method.ts';
import { competitionRanks } from '../ranks.ts';
import { byOption, isRecord, ownValue } from '../shapes.ts';
import { noParams, type NoParams } from './recorded.ts';

/** By pair, `a:b` with the lesser id first: the better of the two, or `=`. A pair may be left out. */
export type PairBallot = Readonly<Record<string, string>>;

/** What a comparison by pairs gives. */
export interface PairTally {
	/** By pair: how many prefer the first and how many the second. */
	readonly pairs: Readonly<Record<string, readonly [number, number]>>;
	/** Won pairs and half of the level ones, with one decimal. */
	readonly score: Readonly<Record<string, string>>;
	/** The option that wins against each other one; null if there is none. */
	readonly winner: string | null;
	/** Whether the group's preferences run in a circle, so that none can win. */
	readonly circle: boolean;
	readonly rank: Readonly<Record<string, number>>;
}

/** The pairs of the options, each once. Whoever sees the options in another order gives a pair the same name. */
export const pairsOf = (options: readonly string[]): { key: string; a: string; b: string }[] =>
	[...options].sort().flatMap((a, at, all) => all.slice(at + 1).map((b) => ({ key: `${a}:${b}`, a, b })));

/** Paarvergleich: two at a time, which matters more? Whoever wins against each other option is the clear winner (Condorcet). */
export const pairwise: Method<NoParams, PairBallot, PairTally> = {
	key: 'pairwise',
	version: 1,
	answers: 'ballots',
	options: { least: 2, most: 8 },
	passive: false,
	defaultParams: () => ({}),
	checkParams: noParams,
	checkBallot(_, { options }, ballot) {
		if (!isRecord(ballot)) return refuse({ code: 'ballot.malformed' });
		const pairs = new Map(pairsOf(options).map((pair) => [pair.key, pair]));
		for (const [key, choice] of Object.entries(ballot)) {
			const pair = pairs.get(key);
			if (!pair) return refuse({ code: 'ballot.option-unknown' });
			if (choice !== '=' && choice !== pair.a && choice !== pair.b) return refuse({ code: 'ballot.malformed' });
		}
		return ok(ballot as PairBallot);
	},
	tally(_, { options }, ballots) {
		const pairs = pairsOf(options).map((pair) => {
			const prefer = (option: string) => ballots.filter((ballot) => ownValue(ballot, pair.key) === option).length;
			return { ...pair, counts: [prefer(pair.a), prefer(pair.b)] as const };
		});
		const beats = (option: string, other: string) =>
			pairs.some(
				({ a, b, counts: [forA, forB] }) =>
					(a === option && b === other && forA > forB) || (b === option && a === other && forB > forA)
			);
		/** Won pairs twice and level ones once, so that halves stay whole. */
		const halves = byOption(options, (option) =>
			options
				.filter((other) => other !== option)
				.reduce((sum, other) => sum + (beats(option, other) ? 2 : beats(other, option) ? 0 : 1), 0)
		);
		const winner = options.find((option) => options.every((other) => other === option || beats(option, other)));
		return {
			pairs: Object.fromEntries(pairs.map(({ key, counts }) => [key, counts])),
			score: byOption(options, (option) => decimal(fraction(halves[option]!, 2), 1)),
			winner: winner ?? null,
			circle: runsInACircle(options, beats),
			rank: competitionRanks(new Map(Object.entries(halves)))
		};
	},
	ranking: ({ rank }) => rank,
	outcome: () => null,
	position: () => null,
	ruleNumbers: () => ({}),
	sample: (_, { options }, luck) =>
		Object.fromEntries(pairsOf(options).map(({ key, a, b }) => [key, [a, b, '='][Math.floor(luck() * 3)] ?? '=']))
};

/** Whether some options beat each other in a circle: whoever is unbeaten among the rest is taken away until nobody is left or nobody is unbeaten. */
function runsInACircle(options: readonly string[], beats: (a: string, b: string) => boolean): boolean {
	const unbeaten = options.filter((option) => !options.some((other) => beats(other, option)));
	if (options.length === 0) return false;
	if (unbeaten.length === 0) return true;
	return runsInACircle(
		options.filter((option) => !unbeaten.includes(option)),
		beats
	);
}
