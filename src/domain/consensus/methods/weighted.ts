import { decimal, compare, fraction, over, times, total, type Fraction } from '../exact.ts';
import type { Method } from '../method.ts';
import { ranksBy } from '../ranks.ts';
import { byOption, ownValue } from '../shapes.ts';
import { checkCriteria, checkScores, type ScoreBallot, type WeightedParams } from './criteria.ts';
import { turningPoints, type TurningPoint } from './sensitivity.ts';

/** What a scoring round gives. Decimal texts are rounded for people; ranks are exact. */
export interface WeightedTally {
	/** Each criterion's share of the whole, with four decimals. */
	readonly weights: Readonly<Record<string, string>>;
	/** Each option's utility with three decimals; null where a criterion got no score at all. */
	readonly utility: Readonly<Record<string, string | null>>;
	/** The mean score with one decimal by option and criterion; null where nobody has judged. */
	readonly mean: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
	/** The least and the best score by option and criterion; null where nobody has judged. */
	readonly spread: Readonly<Record<string, Readonly<Record<string, readonly [number, number] | null>>>>;
	readonly rank: Readonly<Record<string, number>>;
	/** Which other weight would put another option first. */
	readonly turningPoints: readonly TurningPoint[];
}

/**
 * Nutzwertanalyse: everybody scores each option by each criterion; the utility is the sum of the mean scores by weight. Computed with
 * fractions, because numbers with a point invent winners where there is a tie.
 */
export const weighted: Method<WeightedParams, ScoreBallot, WeightedTally> = {
	key: 'weighted',
	version: 1,
	answers: 'ballots',
	options: { least: 1, most: 30 },
	passive: false,
	defaultParams: () => ({
		criteria: [
			{ id: 'effect', label: 'Wirkung', weight: 3 },
			{ id: 'feasibility', label: 'Machbarkeit', weight: 2 },
			{ id: 'urgency', label: 'Dringlichkeit', weight: 1 }
		],
		scaleMax: 10
	}),
	checkParams: checkCriteria,
	checkBallot: (params, { options }, ballot) => checkScores(params, options, ballot),
	tally({ criteria }, { options }, ballots) {
		const all = fraction(criteria.reduce((sum, { weight }) => sum + weight, 0));
		const scores = (option: string, criterion: string) =>
			ballots.flatMap((ballot) => ownValue(ownValue(ballot, option) ?? {}, criterion) ?? []);
		const means = new Map(
			options.map((option) => [option, criteria.map(({ id }) => meanOf(scores(option, id)))] as const)
		);
		const utilities = new Map<string, Fraction>();
		for (const [option, mean] of means) {
			const parts = criteria.flatMap(({ weight }, at) => (mean[at] ? [times(fraction(weight), mean[at])] : []));
			if (parts.length === criteria.length) utilities.set(option, over(total(parts), all));
		}
		const byCriterion = <T>(value: (criterion: string, at: number) => T) =>
			Object.fromEntries(criteria.map(({ id }, at) => [id, value(id, at)]));
		const rank = ranksBy(options, (a, b) => isBetter(utilities.get(a), utilities.get(b)));
		return {
			weights: Object.fromEntries(
				criteria.map(({ id, weight }) => [id, decimal(over(fraction(weight), all), 4)] as const)
			),
			utility: byOption(options, (option) => shown(utilities.get(option), 3)),
			mean: byOption(options, (option) => byCriterion((_, at) => shown(means.get(option)?.[at], 1))),
			spread: byOption(options, (option) => byCriterion((id) => rangeOf(scores(option, id)))),
			rank,
			turningPoints: turningPoints(criteria, rank, means)
		};
	},
	ranking: ({ rank }) => rank,
	outcome: () => null,
	position({ criteria, scaleMax }, ballot, option) {
		const scores = ownValue(ballot, option) ?? {};
		const judged = criteria.filter(({ id }) => Object.hasOwn(scores, id));
		const weights = judged.reduce((sum, { weight }) => sum + weight, 0);
		const points = judged.reduce((sum, { id, weight }) => sum + weight * scores[id]!, 0);
		return weights === 0 ? null : points / (weights * scaleMax);
	},
	ruleNumbers: ({ criteria, scaleMax }) => ({ criteria: criteria.length, scaleMax }),
	sample: ({ criteria, scaleMax }, { options }, luck) =>
		byOption(options, () =>
			Object.fromEntries(criteria.map(({ id }) => [id, Math.floor(luck() * (scaleMax + 1))] as const))
		)
};

const meanOf = (scores: readonly number[]): Fraction | null =>
	scores.length === 0
		? null
		: fraction(
				scores.reduce((sum, score) => sum + score, 0),
				scores.length
			);

const rangeOf = (scores: readonly number[]): readonly [number, number] | null =>
	scores.length === 0 ? null : [Math.min(...scores), Math.max(...scores)];

const shown = (value: Fraction | null | undefined, places: number) => (value ? decimal(value, places) : null);

/** What could not be judged comes last. */
const isBetter = (a: Fraction | undefined, b: Fraction | undefined) =>
	a !== undefined && (b === undefined || compare(a, b) > 0);
