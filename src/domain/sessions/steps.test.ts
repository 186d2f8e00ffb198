import { describe, expect, test } from 'vitest';
import { arrivalOf, mayInStep, stepKinds, steps } from './steps.ts';

describe('the steps of a workshop', () => {
	test('they come in the order of a Potentialworkshop', () => {
		expect(stepKinds).toEqual(['arrive', 'collect', 'cluster', 'discuss', 'weigh', 'record']);
	});

	test('participants weigh only while weighing', () => {
		for (const step of stepKinds)
			expect(mayInStep(step, 'cast-ballot')).toEqual(
				step === 'weigh'
					? { ok: true, value: undefined }
					: { ok: false, problem: { code: 'session.step-forbids', step } }
			);
	});

	test('a card written in silence stays hidden until the reveal, one that comes after it is late', () => {
		expect(arrivalOf('collect', false)).toBe('hidden');
		expect(arrivalOf('collect', true)).toBe('late');
		expect(arrivalOf('cluster', true)).toBe('late');
	});

	test('only one kind of step hides cards, and every kind proposes its minutes', () => {
		expect(stepKinds.filter((kind) => steps[kind].hidesCards)).toEqual(['collect']);
		for (const kind of stepKinds) expect(steps[kind].defaultMinutes).toBeGreaterThan(0);
	});
});
