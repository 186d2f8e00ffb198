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

describe('one answer in words', () => {
	const round = (key: VotingMethod, params: Record<string, unknown> = {}) => {
		const { options, params: usual } = closed(key, 0);
		return { options, params: { ...usual, ...params } };
	};
	const words = (key: VotingMethod, ballot: unknown, params = {}) => faces[key].answer?.(ballot, round(key, params));

	test.each([
		['dots', { b: 1, a: 2 }, ['Vorschlag a: 2 Punkte', 'Vorschlag b: 1 Punkt']],
		['points', { a: 15, c: 60 }, ['Vorschlag c: 60 Punkte', 'Vorschlag a: 15 Punkte']],
		['ranking', { c: 1, a: 2 }, ['1. Vorschlag c', '2. Vorschlag a']],
		['weighted', { b: { effect: 9, urgency: 0 } }, ['Vorschlag b: Wirkung 9, Dringlichkeit 0']],
		[
			'pairwise',
			{ 'a:b': 'b', 'a:c': '=', 'b:c': 'b' },
			[
				'„Vorschlag b“ vor „Vorschlag a“',
				'„Vorschlag a“ und „Vorschlag c“ gleich wichtig',
				'„Vorschlag b“ vor „Vorschlag c“'
			]
		],
		['majority', { vote: 'abstain' }, ['Enthaltung']],
		['consent', { stance: 'consent', reason: '' }, ['ohne Einwand']],
		['consent', { stance: 'concern', reason: '' }, ['mit Bedenken']],
		['consent', { stance: 'concern', reason: 'Das kostet Zeit.' }, ['mit Bedenken: Das kostet Zeit.']],
		['consent', { stance: 'objection', reason: 'Zu früh.' }, ['Einwand: Zu früh.']]
	] as const)('%s: %j', (key, ballot, expected) => expect(words(key, ballot)).toEqual(expected));

	test('resistance is a number, or a word where there are three steps; doing nothing is marked', () => {
		const ballot = { a: 0, b: 2, c: 1, none: 2 };
		expect(words('resistance', ballot)?.slice(1)).toEqual([
			'Vorschlag b: Widerstand 2',
			'Vorschlag c: Widerstand 1',
			'Vorschlag none (nichts ändern): Widerstand 2'
		]);
		expect(words('resistance', ballot, { scaleMax: 2 })?.slice(0, 3)).toEqual([
			'Vorschlag a: kein Widerstand',
			'Vorschlag b: unannehmbar',
			'Vorschlag c: Bauchschmerzen'
		]);
	});

	test.each(keys)('%s puts every answer into words, and an empty one says nothing', (key) => {
		const { answer }: Face = faces[key];
		const method: AnyMethod = methods[key];
		if (!answer) return expect(method.answers).toBe('count');
		const { options, params } = round(key);
		const setting = { options: options.map(({ id }) => id), passive: method.passive ? 'none' : null, eligible: 9 };
		const ballot = method.sample(params, setting, () => 0.3);
		const said = answer(ballot, { options, params });
		expect(said.length).toBeGreaterThan(0);
		expect(said.join()).not.toMatch(/NaN|undefined|null|\{/);
		for (const nothing of [{}, null, 'roulette']) expect(answer(nothing, { options, params })).toEqual([]);
	});

	test('a long proposal stands in it with its beginning only', () => {
		const label = `${'Wir bauen den Radweg aus '.repeat(9)}\nund zwar bald`;
		const [said] = faces.dots.answer!({ a: 1 }, { params: {}, options: [{ id: 'a', label, passive: false }] });
		expect(said).toMatch(/^Wir bauen den Radweg aus .{20,40}\w …: 1 Punkt$/);
	});
});

test('a method that this program does not know has no face, and neither has a trick', () => {
	for (const method of ['roulette', 'constructor', 'recorded']) expect(faceOf(method)).toBe(null);
});

test('who forgets the words or the ballot of a method cannot compile', () => {
	const { dots: _, ...wordless } = faces;
	// @ts-expect-error the words of dots are missing
	const words: Record<VotingMethod, Face> = wordless;
	const { answer: ___, ...speechless } = faces.dots;
	// @ts-expect-error an answer by dots has no words
	const face: Face = speechless;
	expect(Object.hasOwn(face, 'answer')).toBe(false);
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
