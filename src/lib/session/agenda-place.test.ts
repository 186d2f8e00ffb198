import { describe, expect, test } from 'vitest';
import type { StepKind } from '#domain/sessions/steps.ts';
import type { StepView } from '#protocol/session-state.ts';
import { hidesCards, placeOf, unrevealedBefore } from './agenda-place.ts';

const step = (id: string, kind: StepKind, revealed = false): StepView => ({
	id,
	kind,
	title: id,
	prompt: '',
	minutes: 5,
	areaId: null,
	anonymous: false,
	revealed,
	nonPublic: false
});
const steps = [step('a', 'arrive'), step('b', 'collect'), step('c', 'cluster')];

describe('the place on the agenda', () => {
	test('people read step 2 of 3, with what was before and what comes next', () => {
		const place = placeOf({ steps, currentStepId: 'b' });
		expect([place.number, place.total, place.previous?.id, place.next?.id]).toEqual([2, 3, 'a', 'c']);
	});

	test('before the start the first step is the next one', () => {
		const place = placeOf({ steps, currentStepId: null });
		expect([place.step, place.number, place.previous, place.next?.id]).toEqual([null, 0, null, 'a']);
	});

	test('the last step has nothing behind it', () => expect(placeOf({ steps, currentStepId: 'c' }).next).toBe(null));

	test('a facilitator who went on too early hears which step is still hidden', () => {
		expect(unrevealedBefore({ steps, currentStepId: 'c' })?.id).toBe('b');
		expect(unrevealedBefore({ steps, currentStepId: 'b' })).toBe(null);
		expect(unrevealedBefore({ steps: [step('b', 'collect', true), steps[2]!], currentStepId: 'c' })).toBe(null);
	});

	test('cards are hidden only while they are collected, and only if there are any', () => {
		expect(hidesCards({ steps, currentStepId: 'b', cardCount: 3 })).toBe(true);
		expect(hidesCards({ steps, currentStepId: 'b', cardCount: 0 })).toBe(false);
		expect(hidesCards({ steps, currentStepId: 'c', cardCount: 3 })).toBe(false);
		expect(hidesCards({ steps: [step('b', 'collect', true)], currentStepId: 'b', cardCount: 3 })).toBe(false);
	});
});
