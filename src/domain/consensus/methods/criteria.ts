import { ok, refuse, type Result } from '../../result.ts';
import { isBetween, isRecord } from '../shapes.ts';

/** By what something is judged, and how much that counts beside the other criteria. */
export interface Criterion {
	readonly id: string;
	readonly label: string;
	/** A whole number from 1 to 100; only how it relates to the others matters. */
	readonly weight: number;
}

/** The rules of a scoring round. */
export interface WeightedParams {
	readonly criteria: readonly Criterion[];
	/** The best score; the least is 0. */
	readonly scaleMax: number;
}

/** Somebody's scores by option and criterion; what she cannot judge is left out. */
export type ScoreBallot = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** One to eight criteria of different names on a scale up to ten, or `round.params-invalid`. */
export function checkCriteria(params: unknown): Result<WeightedParams> {
	const { criteria, scaleMax } = isRecord(params) ? params : {};
	if (!Array.isArray(criteria) || criteria.length < 1 || criteria.length > 8 || !isBetween(scaleMax, 2, 10))
		return refuse({ code: 'round.params-invalid' });
	const read = criteria.flatMap((one: unknown): Criterion[] => {
		const { id, label, weight } = isRecord(one) ? one : {};
		if (typeof id !== 'string' || !/^[^.]{1,60}$/.test(id) || !isBetween(weight, 1, 100)) return [];
		const words = typeof label === 'string' ? label.trim() : '';
		return words === '' || words.length > 120 ? [] : [{ id, label: words, weight }];
	});
	const different = new Set(read.map(({ id }) => id)).size === criteria.length;
	return different ? ok({ criteria: read, scaleMax }) : refuse({ code: 'round.params-invalid' });
}

/** Scores within the scale for known options and criteria. */
export function checkScores(
	{ criteria, scaleMax }: WeightedParams,
	options: readonly string[],
	ballot: unknown
): Result<ScoreBallot> {
	if (!isRecord(ballot)) return refuse({ code: 'ballot.malformed' });
	const known = new Set(criteria.map(({ id }) => id));
	const kept: [string, Record<string, number>][] = [];
	for (const [option, scores] of Object.entries(ballot)) {
		if (!options.includes(option)) return refuse({ code: 'ballot.option-unknown' });
		if (!isRecord(scores)) return refuse({ code: 'ballot.malformed' });
		for (const [criterion, score] of Object.entries(scores))
			if (!known.has(criterion) || !isBetween(score, 0, scaleMax)) return refuse({ code: 'ballot.malformed' });
		if (Object.keys(scores).length > 0) kept.push([option, scores as Record<string, number>]);
	}
	return ok(Object.fromEntries(kept));
}
