import { expect, test } from 'vitest';
import { SavedCounter } from './saved-counter.ts';

test('"saved" rises only as far as nothing before it is missing', () => {
	const counter = new SavedCounter();
	const [first, second, third] = [counter.receive(), counter.receive(), counter.receive()];
	counter.settle(second, false);
	expect([counter.saved, counter.waits]).toEqual([0, true]);
	counter.settle(first, false);
	expect(counter.saved).toBe(2);
	counter.settle(third, false);
	expect([counter.saved, counter.waits]).toEqual([3, false]);
});

test('a change that was not taken counts as saved only with the complete answer that repeats it', () => {
	const counter = new SavedCounter();
	const [early, next, answer, late] = [counter.receive(), counter.receive(), counter.receive(), counter.receive()];
	counter.withhold(early);
	counter.settle(next, false);
	expect(counter.saved).toBe(0);
	counter.withhold(late);
	counter.settle(answer, true);
	expect(counter.saved).toBe(3);
	counter.settle(counter.receive(), true);
	expect(counter.saved).toBe(5);
});
