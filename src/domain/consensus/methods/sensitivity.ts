import { compare, decimal, fraction, minus, over, times, total, type Fraction } from '../exact.ts';
import type { Criterion } from './criteria.ts';

/** With this other weight of one criterion, and all others unchanged, an option draws level with the first. */
export interface TurningPoint {
	readonly criterion: string;
	/** The weight it has. */
	readonly weight: number;
	/** The weight at which it turns, with two decimals. */
	readonly at: string;
	/** The option that would come first. */
	readonly option: string;
}

/**
 * For each criterion the nearest lower and the nearest higher weight from which another option comes first; none where no weight does
 * that. The lead over another option is linear in one weight, so it is level at exactly one.
 */
export function turningPoints(
	criteria: readonly Criterion[],
	rank: Readonly<Record<string, number>>,
	means: ReadonlyMap<string, readonly (Fraction | null)[]>
): TurningPoint[] {
	const judged = [...means].filter(([, mean]) => mean.every((one) => one !== null)) as [string, Fraction[]][];
	const first = judged.filter(([option]) => rank[option] === 1);
	const [leader] = first;
	// With several on the first rank there is no order that could turn.
	if (!leader || first.length > 1) return [];
	return criteria.flatMap(({ id, weight }, at) => {
		const own = fraction(weight);
		const level = judged.flatMap(([option, mean]) => {
			if (option === leader[0]) return [];
			const ahead = mean.map((one, index) => minus(leader[1][index]!, one));
			const byOthers = total(
				criteria.flatMap((other, index) => (index === at ? [] : [times(fraction(other.weight), ahead[index]!)]))
			);
			if (ahead[at]!.n === 0n) return [];
			const turns = over(minus(fraction(0), byOthers), ahead[at]!);
			return turns.n < 0n ? [] : [{ option, turns }];
		});
		const below = level.filter(({ turns }) => compare(turns, own) < 0);
		const above = level.filter(({ turns }) => compare(turns, own) > 0);
		const nearest = [
			below.sort((a, b) => compare(b.turns, a.turns))[0],
			above.sort((a, b) => compare(a.turns, b.turns))[0]
		];
		return nearest.flatMap((one) =>
			one ? [{ criterion: id, weight, at: decimal(one.turns, 2), option: one.option }] : []
		);
	});
}
