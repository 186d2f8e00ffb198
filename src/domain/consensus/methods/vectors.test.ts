import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Setting } from '../method.ts';
import { methods, type AnyMethod } from '../methods.ts';
import { pairsOf } from './pairwise.ts';

interface Vector {
	name: string;
	params: Record<string, unknown>;
	ballots: unknown;
	result: Record<string, unknown>;
}
const file = new URL('../../../../tests/seeds/decision-vectors.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vector[];

/** How a computed example is written for the program: its method, rules, setting and ballots. */
type Reading = (vector: Vector) => { method: AnyMethod; params: unknown; setting: Setting; ballots: unknown[] };

const among = (options: string[], passive: string | null = null): Setting => ({ options, passive, eligible: 100 });
const keysOf = (record: unknown) => Object.keys(record as Record<string, unknown>);

const readings: Record<string, Reading> = {
	dot: ({ params, ballots, result }) => ({
		method: methods.dots,
		params,
		setting: among(keysOf(result.total)),
		ballots: ballots as unknown[]
	}),
	resistance: ({ params: { scaleMax, passive }, ballots, result }) => ({
		method: methods.resistance,
		params: { scaleMax },
		setting: among(keysOf(result.sum), passive as string),
		ballots: ballots as unknown[]
	}),
	majority: ({ params, ballots }) => ({
		method: methods.majority,
		params: { base: 'cast', num: 1, den: 2, strict: true, members: 0, ...params },
		setting: among(['A']),
		ballots: Object.entries(ballots as Record<string, number>).flatMap(([vote, count]) =>
			Array.from({ length: count }, () => ({ vote }))
		)
	}),
	weighted: ({ params, ballots, result }) => ({
		method: methods.weighted,
		params: {
			criteria: Object.entries(params.weights as Record<string, number>).map(([id, weight]) => ({
				id,
				label: id,
				weight
			})),
			scaleMax: 10
		},
		setting: among(keysOf(result.utility)),
		ballots: ballots as unknown[]
	}),
	pairwise: ({ ballots, result }) => ({
		method: methods.pairwise,
		params: {},
		setting: among(keysOf(result.score)),
		ballots: (ballots as Record<string, string>[]).map((ballot) =>
			Object.fromEntries(Object.entries(ballot).map(([pair, choice]) => [[...pair].join(':'), choice]))
		)
	})
};

/** The tally with pairs named as in the examples. */
function asInExamples(tally: Record<string, unknown>, options: readonly string[]): Record<string, unknown> {
	if (!tally.pairs) return tally;
	const pairs = tally.pairs as Record<string, unknown>;
	return { ...tally, pairs: Object.fromEntries(pairsOf(options).map(({ key, a, b }) => [a + b, pairs[key]])) };
}

describe('the computed examples of the field', () => {
	test('all fifteen are there', () => expect(vectors).toHaveLength(15));

	test.each(vectors)('$name', (vector) => {
		const kind = vector.name.split(':')[0]!;
		const { method, params, setting, ballots } = readings[kind]!(vector);
		const rules = method.checkParams(params);
		expect(rules.ok).toBe(true);
		if (!rules.ok) return;
		for (const ballot of ballots) expect(method.checkBallot(rules.value, setting, ballot).ok).toBe(true);
		const tally = method.tally(rules.value, setting, ballots) as Record<string, unknown>;
		expect(asInExamples(tally, setting.options)).toMatchObject(vector.result);
	});
});
