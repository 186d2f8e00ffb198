import { expect, test, vi } from 'vitest';
import { daily } from './daily.ts';

test('a daily task runs at the start and again after a day, also when it has failed', async () => {
	vi.useFakeTimers();
	const failures: unknown[] = [];
	let runs = 0;
	const task = daily(
		async () => {
			runs++;
			if (runs === 1) throw new Error('the database was away');
		},
		(error) => failures.push(error)
	);
	await vi.advanceTimersByTimeAsync(24 * 60 * 60 * 1000);
	expect([runs, failures.length]).toEqual([2, 1]);
	await task.stop();
	await vi.advanceTimersByTimeAsync(48 * 60 * 60 * 1000);
	expect(runs).toBe(2);
	vi.useRealTimers();
});

test('whoever stops it waits for the run that is under way, and there are never two', async () => {
	let release = () => {};
	let runs = 0;
	const task = daily(
		() => {
			runs++;
			return new Promise((resolve) => (release = resolve));
		},
		() => {},
		1
	);
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(runs).toBe(1);
	let stopped = false;
	const stopping = task.stop().then(() => (stopped = true));
	await Promise.resolve();
	expect(stopped).toBe(false);
	release();
	await stopping;
	expect(stopped).toBe(true);
});
