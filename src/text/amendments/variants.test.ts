import { describe, expect, test } from 'vitest';
import type { AmendmentState } from '#domain/texts/amendments.ts';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { normaliseDoc } from '#domain/texts/normal-doc.ts';
import { inOrder, type Motion } from './motion.ts';
import { followingVariants, variantIn } from './variants.ts';

const p = (id: string, words: string): DocNode => ({
	type: 'paragraph',
	attrs: { id },
	...(words !== '' && { content: [{ type: 'text', text: words }] })
});
const care = 'Wir fördern die Pflege. Wir bauen Radwege.';
const version: Doc = { type: 'doc', content: [p('a', 'Vision'), p('b', care)] };
const says = (old: string, young: string) => ({
	before: [p('b', care)],
	after: [p('b', care.replace(old, young))]
});

describe('a variant beside a version', () => {
	test('has the blocks of the version and its lines', () => {
		expect(variantIn(version, says('die', 'gute'))).toEqual({ ...says('die', 'gute'), lines: { first: 2, last: 2 } });
	});

	test('is found however the live text was typed', () => {
		const typed: Doc = { type: 'doc', content: [p('a', 'Vision'), p('b', `${care}  `), p('c', '')] };
		const suggested = { before: [p('b', `${care}  `)], after: [p('b', `${care.replace('die', 'gute')}  `)] };
		expect(variantIn(normaliseDoc(typed), suggested)).toMatchObject({ lines: { first: 2, last: 2 } });
		const whole = { before: typed.content!.slice(1), after: [] };
		expect(variantIn(normaliseDoc(typed), whole)).toMatchObject({ before: [p('b', care)], after: [] });
	});

	test('has no place where the version says something else, or the same', () => {
		const moved = { type: 'doc' as const, content: [p('b', care.replace('die', 'alle'))] };
		expect(variantIn(moved, says('die', 'gute'))).toBeNull();
		expect(variantIn({ type: 'doc', content: [p('a', 'Vision')] }, says('die', 'gute'))).toBeNull();
		expect(variantIn({ type: 'doc', content: [p('b', care.replace('die', 'gute'))] }, says('die', 'gute'))).toBeNull();
	});
});

describe('a decision about a variant', () => {
	const motion = (number: number, young: string, state: AmendmentState = 'handed-in', old = 'die'): Motion => ({
		...{ number, position: null, state, decided: null },
		...says(old, young)
	});
	const decide = (motions: readonly Motion[], number: number, state: AmendmentState) => {
		const before = motions.find((each) => each.number === number)!;
		return [...followingVariants(version, motions, before, { ...before, state })];
	};

	test('settles those that stand against it, and no others', () => {
		const all = [
			motion(-1, 'gute'),
			motion(-2, 'jede'),
			motion(-3, 'Brücken', 'handed-in', 'Radwege'),
			motion(1, 'keine')
		];
		expect(decide(all, -2, 'accepted')).toEqual([[-1, 'settled']]);
		expect(decide(all, -2, 'rejected')).toEqual([]);
		expect(decide(all, 1, 'accepted')).toEqual([]);
		expect(decide([motion(-1, 'gute', 'rejected'), motion(-2, 'jede')], -2, 'adopted-by-mover')).toEqual([]);
	});

	test('that is taken back lets them wait again, unless another one settles them', () => {
		const [one, other] = [motion(-1, 'gute', 'settled'), motion(-2, 'jede', 'accepted')];
		expect(decide([one, other], -2, 'handed-in')).toEqual([[-1, 'handed-in']]);
		expect(decide([one, other], -2, 'rejected')).toEqual([[-1, 'handed-in']]);
		expect(decide([one, other], -2, 'accepted')).toEqual([]);
		expect(decide([one, other, motion(-3, 'alle', 'accepted')], -2, 'handed-in')).toEqual([]);
	});
});

test('variants that reach as far as each other are voted on by their letters, before motions', () => {
	const say = (number: number, young: string): Motion => ({
		...{ number, position: null, state: 'handed-in', decided: null },
		...says('die', young)
	});
	expect(inOrder([say(-2, 'b'), say(1, 'c'), say(-1, 'a'), say(2, 'd')]).map(({ number }) => number)).toEqual([
		-1, -2, 1, 2
	]);
});
