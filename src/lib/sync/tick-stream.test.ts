import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TickStream, type TickSource } from './tick-stream.svelte.ts';

let source: TickSource;
const connect = () => (source = { onmessage: null, onopen: null, onerror: null, close: () => undefined });
const opens = () => source.onopen!(new Event('open'));
const changes = () => source.onmessage!(new MessageEvent('message'));
const breaks = () => source.onerror!(new Event('error'));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('many changes while one question is under way ask once more, not many times', async () => {
	let answer = () => {};
	const refresh = vi.fn(() => new Promise<void>((done) => (answer = done)));
	new TickStream(connect, refresh).listen();
	opens();
	for (let at = 0; at < 5; at++) changes();
	expect(refresh).toHaveBeenCalledTimes(1);
	answer();
	await vi.advanceTimersByTimeAsync(0);
	expect(refresh).toHaveBeenCalledTimes(2);
	answer();
	await vi.advanceTimersByTimeAsync(0);
	expect(refresh).toHaveBeenCalledTimes(2);
});

test('a short gap is not told, a longer one is', async () => {
	const stream = new TickStream(connect, () => Promise.resolve());
	stream.listen();
	opens();
	breaks();
	await vi.advanceTimersByTimeAsync(1_000);
	expect(stream.offline).toBe(false);
	opens();
	breaks();
	await vi.advanceTimersByTimeAsync(5_000);
	expect(stream.offline).toBe(true);
	opens();
	expect(stream.offline).toBe(false);
});
