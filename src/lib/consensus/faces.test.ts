import { describe, expect, test } from 'vitest';
import { methods, type AnyMethod, type MethodKey } from '#domain/consensus/methods.ts';
import { ballots } from './ballots.ts';
import { faceOf, faces, type VotingMethod } from './faces.ts';
import type { Face } from './face.ts';
import type { ShownRound } from './result.ts';

const keys = Object.keys(faces) as VotingMethod[];

/** A closed round of a method over three proposals, with answers as people give them. */
function closed(key: VotingMethod, answers: number): ShownRound {
	const method: AnyMethod = methods[key];
	const ids = ['a', 'b', 'c'].slice(0, method.options.most);
	const options = [...ids, ...(method.passive ? ['none'] : [])];
	const params = method.defaultParams(ids.length);
	const setting = { options, passive: method.passive ? 'none' : null, eligible: 9 };
	let state = 7;
	const luck = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
	const given = Array.from({ length: answers }, () => method.sample(params, setting, luck));
	const tally = method.tally(params, setting, given) as Record<string, unknown>;
	return {
		method: key,
		params: params as Record<string, unknown>,
		options: options.map((id) => ({ id, label: `Vorschlag ${id}`, passive: id === 'none' })),
		cast: answers,
		voteClass: 'mood',
		eligible: 9,
		result: { tally, outcome: method.outcome(tally), contested: [], byGroup: null, quorate: null }
	};
}

describe.each(keys)('what people see of %s', (key) => {
	const face: Face = faces[key];

	test('it has a name, a sentence on what it is good for, and rules', () => {
		expect(face.name()).not.toBe('');
		expect(face.purpose()).toMatch(/\.$/);
		const rules = face.rules(closed(key, 0).params);
		expect(rules.length).toBeGreaterThan(0);
		expect(rules.every((rule) => rule !== '' && !rule.includes('undefined'))).toBe(true);
	});

	test.each([0, 7])('the result of %i answers shows every option once, in the order of the ranks', (answers) => {
		const round = closed(key, answers);
		if (!face.lines) return expect(round.result?.outcome).not.toBe(null);
		const lines = face.lines(round);
		expect(lines.map(({ optionId }) => optionId).sort()).toEqual(round.options.map(({ id }) => id).sort());
		expect(lines.map(({ rank }) => rank)).toEqual([...lines.map(({ rank }) => rank)].sort((a, b) => a - b));
		for (const { share, value, facts } of lines) {
			expect(share).toBeGreaterThanOrEqual(0);
			expect(share).toBeLessThanOrEqual(1);
			expect([value, ...facts].join()).not.toMatch(/NaN|undefined|null/);
		}
		if (answers === 0) expect(lines.some(({ first, tied }) => first || tied)).toBe(false);
	});
});

test('a method that this program does not know has no face, and neither has a trick', () => {
	for (const method of ['roulette', 'constructor', 'recorded']) expect(faceOf(method)).toBe(null);
});

test('who forgets the words or the ballot of a method cannot compile', () => {
	const { dots: _, ...wordless } = faces;
	// @ts-expect-error the words of dots are missing
	const words: Record<VotingMethod, Face> = wordless;
	const { points: __, ...incomplete } = ballots;
	// @ts-expect-error the ballot of points is missing
	const all: Record<VotingMethod, unknown> = incomplete;
	expect([Object.keys(words), Object.keys(all)].map((names) => names.length)).toEqual([
		keys.length - 1,
		keys.length - 1
	]);
});

test('every method in which people take part is offered, in this order', () => {
	const taking = (Object.keys(methods) as MethodKey[]).filter((key) => methods[key].answers !== 'none');
	expect([...keys].sort()).toEqual([...taking].sort());
});
