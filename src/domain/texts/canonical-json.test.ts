import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
	test('the order in which members were written does not matter', () => {
		expect(canonicalJson({ b: 1, a: { d: [2, { y: 1, x: 2 }], c: 'ä' } })).toBe(
			'{"a":{"c":"ä","d":[2,{"x":2,"y":1}]},"b":1}'
		);
	});

	test('a value says the same after a round trip through JSON', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const there = canonicalJson(value);
				expect(canonicalJson(JSON.parse(there))).toBe(there);
				expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(there);
			})
		);
	});

	test('members without a value are left out, dates are written as JSON writes them', () => {
		expect(canonicalJson({ a: undefined, at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
	});

	test('what JSON cannot write is not written quietly', () => {
		const circle: Record<string, unknown> = {};
		circle.self = circle;
		for (const wrong of [NaN, Infinity, 1n, circle]) expect(() => canonicalJson({ wrong })).toThrow();
	});

	test('the same object may stand in two places', () => {
		const group = { key: 'politics' };
		expect(canonicalJson([group, group])).toBe('[{"key":"politics"},{"key":"politics"}]');
	});
});
