import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { offered, StepUndo } from './step-undo.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a hasty step change can be taken back for ten seconds', () => {
	const undo = new StepUndo();
	undo.offer('collect');
	vi.advanceTimersByTime(offered - 1);
	expect(undo.stepId).toBe('collect');
	vi.advanceTimersByTime(1);
	expect(undo.stepId).toBe(null);
});

test('a second change starts the ten seconds anew, for the step that was left last', () => {
	const undo = new StepUndo();
	undo.offer('collect');
	vi.advanceTimersByTime(offered - 1);
	undo.offer('cluster');
	vi.advanceTimersByTime(offered - 1);
	expect(undo.stepId).toBe('cluster');
});

test('the start of a session has nothing to go back to', () => {
	const undo = new StepUndo();
	undo.offer(null);
	expect(undo.stepId).toBe(null);
});
